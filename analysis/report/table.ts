import type { Cell } from './cell.ts'

/** Rows of figures; the first cell of each row names it. */
export interface Table {
  id: string
  label: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
}
