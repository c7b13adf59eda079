import type { FoundCell } from '../form-file/read-field.ts'

/** A table of any program, with where its cells stand. */
export interface ForeignTable {
  /** The name of the sheet, or '' where there is but one list. */
  sheet: string
  rows: readonly { line: number; cells: readonly ForeignCell[] }[]
}

export type ForeignCell = FoundCell & { column: string; fault?: string }

/** A number of a table, with the words that stand beside and above it. */
export interface Figure {
  /** By these it is known again, wherever it stands. */
  words: string
  /** As a form keeps numbers: `1234,5`; of a share the hundredfold, `12,5`. */
  value: string
  percent: boolean
  /** `Blatt „Statistik“, Zeile 12, Spalte C` */
  place: string
  /** Why it can be placed nowhere, or ''. */
  fault: string
}

/** As much of what stands beside a number as is kept. */
export const longestWords = 200

/** More than any survey asks for. */
export const mostFigures = 500
