/** A text as a file in UTF-8 can hold it: no zero, which ends a text in Stata, and no half of a character. */
export const textOf = (cell: string | number): string => (isAltered(cell) ? repaired(String(cell)) : String(cell))

export const isAltered = (cell: string | number): boolean =>
  typeof cell === 'string' && (cell.includes('\0') || halfOfCharacter.test(cell))

const halfOfCharacter = /\p{Surrogate}/u

const repaired = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', '\ufffd')
