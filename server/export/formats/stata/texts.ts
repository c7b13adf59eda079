import { countHalves, withoutHalves } from '../half-characters.ts'

/** A text as a file in UTF-8 can hold it: no zero, which ends a text in Stata, and no half of a character. */
export const textOf = (cell: string | number): string =>
  isAltered(cell) ? withoutHalves(String(cell)).replaceAll('\0', '\ufffd') : String(cell)

export const isAltered = (cell: string | number): boolean =>
  typeof cell === 'string' && (cell.includes('\0') || countHalves(cell) > 0)
