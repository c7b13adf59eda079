/** What was done to make a file for science, and what of it can still be found. */
export interface RiskReport {
  k: number
  /** How many are in the file, and how many had to be left out. */
  units: number
  leftOut: number
  /** Who cannot be told apart by what the register knows, the smallest first. */
  classes: readonly { label: string; units: number }[]
  /** How many are the only ones, by what somebody could know of them; null where the file does not tell that any more. */
  uniques: readonly { known: string; before: number; after: number | null }[]
  /** Of the whole file: with how many at least everybody shares region, size and all numbers. */
  fewestAlike: number
  numbers: Totals & { topCoded: number; groups: number }
  categories: Totals
  /** What was done to single columns, where something was. */
  touched: readonly { name: string; wave: string; suppressed: number; topCoded: number }[]
  removed: readonly { name: string; label: string; why: string }[]
}

interface Totals {
  columns: number
  cells: number
  suppressed: number
}
