import { InputError } from '../../../errors/input-error.ts'
import type { Row } from '../../table.ts'
import type { CellForm } from './cells.ts'

/** What has to be known of a sheet before its first cell is written. */
export interface Measured {
  rows: number
  /** Column by column, in characters. */
  widths: number[]
  /** Column by column: how many characters cannot be written. */
  replaced: number[]
}

/** So many values take a program up to 800 MB of memory (openpyxl; LibreOffice 300 MB). None knows more rows and columns. */
const mostCells = 2_000_000
const mostRows = 1_048_575
const mostColumns = 16_384

/** Goes through all rows once. Refuses what does not fit, before anything is written. */
export async function measure(forms: readonly CellForm[], batches: AsyncIterable<readonly Row[]>): Promise<Measured> {
  if (forms.length > mostColumns) throw tooLarge(`${forms.length} Spalten`)
  const measured = { rows: 0, widths: forms.map(() => 0), replaced: forms.map(() => 0) }
  let cells = 0
  for await (const rows of batches) {
    for (const row of rows) {
      for (const [place, form] of forms.entries()) {
        const cell = row[place] ?? null
        if (cell === null) continue
        cells += 1
        measured.widths[place] = Math.max(measured.widths[place] ?? 0, form.width(cell))
        measured.replaced[place] = (measured.replaced[place] ?? 0) + form.replaced(cell)
      }
    }
    measured.rows += rows.length
    if (cells > mostCells) throw tooLarge(`mehr als ${number(mostCells)} Werte`)
    if (measured.rows > mostRows) throw tooLarge(`mehr als ${number(mostRows)} Zeilen`)
  }
  return measured
}

const number = (value: number) => value.toLocaleString('de-DE')

const tooLarge = (what: string) =>
  new InputError(
    `Diese Daten haben ${what}. Das ist für eine Tabelle in xlsx zu viel; bitte wählen Sie ein anderes Format.`,
  )
