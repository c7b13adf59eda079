/** What is said after kept input was taken over, by the number in the address. */
export function takenOverNotice(count: unknown): string {
  if (typeof count !== 'string' || !/^[1-9]\d{0,3}$/.test(count)) return ''
  return count === '1' ? 'Eine Eingabe ist übernommen.' : `${count} Eingaben sind übernommen.`
}
