import type { Cell } from './cell.ts'

/** Rows of figures; the first cell of each row names it. */
export interface Table {
  id: string
  label: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** Where figures are alike and have as many decimals: those below each other, or those beside each other. */
  alike?: 'columns' | 'rows'
  /** What alike figures are measured in. */
  unit?: string
}
