import readSheets from 'read-excel-file/node'
import { InputError } from '../errors/input-error.ts'

export interface Sheet {
  name: string
  rows: string[][]
}

/** A workbook is read as a whole; what is larger is better kept as CSV. */
const largest = 64 * 1024 * 1024

/** The sheets of a workbook, every cell as the text that a German spreadsheet shows: `39,04`, `2019-01-31`. */
export async function readWorkbook(path: string, size: number): Promise<Sheet[]> {
  if (size > largest) {
    throw new InputError('Die Arbeitsmappe ist größer als 64 MB. Bitte speichern Sie das Blatt als CSV-Datei.')
  }
  const sheets = await readSheets(path, { trim: false }).catch((cause) => {
    throw new InputError(`Die Datei ${path} ist keine lesbare Arbeitsmappe (XLSX).`, { cause })
  })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }))
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // As many digits as a spreadsheet shows: 3,6 is often kept as 3.5999999999999996.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15))).replace('.', ',')
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
