/** A table as it stands in a file: each cell a text, days as `2018-12-15`. */
export interface ListTable {
  /** The name of the sheet, or '' where there is but one list. */
  sheet: string
  rows: readonly (readonly string[])[]
  /** The line of each row in the file, counted from 1. */
  lines: readonly number[]
  /** Cells that have no value, by `row:column`: a formula that nobody has worked out, or one that has failed. */
  faults: ReadonlyMap<string, CellFault>
}

export type CellFault = 'formula' | 'error'

export const cellKey = (row: number, column: number): string => `${row}:${column}`

export const faultReason: Record<CellFault, string> = {
  formula: 'enthält eine Formel ohne Ergebnis; bitte öffnen und speichern Sie die Datei in Ihrem Tabellenprogramm',
  error: 'enthält eine Formel, die einen Fehler ergibt',
}
