/** The place of a column as a spreadsheet names it: 0 is A, 26 is AA. */
export function columnLetter(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnLetter(Math.floor(at / 26) - 1) + columnLetter(at % 26)
}
