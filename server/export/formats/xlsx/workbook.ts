import type { DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { originTitle } from '../../origin-lines.ts'
import { rowsOfList } from '../../rows-of-list.ts'
import type { Rows, Table } from '../../table.ts'
import { type ZipEntry, zipped } from '../../zip.ts'
import { cellForm } from './cells.ts'
import { measure } from './measure.ts'
import { type NoteTable, noteTables } from './notes.ts'
import { sheetPath, workbookParts } from './parts.ts'
import { type Sheet, sheetXml } from './sheet.ts'

/** A table as a workbook: its data, what its columns are and their values mean, and where it comes from. The rows are gone twice. */
export async function workbook(
  table: Table,
  rows: Pick<Rows, 'typed'>,
): Promise<{ rows: number; pieces: AsyncIterable<Uint8Array> }> {
  const data = await sheetOf('Daten', table.columns, rows)
  const notes = noteTables(table, data.measured.replaced).map(noteSheet)
  const sheets = [data, ...(await Promise.all(notes))]
  return { rows: data.measured.rows, pieces: zipped(entries(table, sheets), table.origin.at) }
}

function* entries(table: Table, sheets: readonly Sheet[]): Generator<ZipEntry> {
  const parts = workbookParts({ title: originTitle(table), ...table.origin }, sheets)
  for (const [name, xml] of parts) yield { name, content: [Buffer.from(xml)] }
  for (const [place, sheet] of sheets.entries()) yield { name: sheetPath(place), content: sheetXml(sheet) }
}

const widest = 40
const widestNote = 100

async function sheetOf(name: string, columns: readonly DescribedColumn[], rows: Pick<Rows, 'typed'>): Promise<Sheet> {
  const forms = columns.map(cellForm)
  return { name, columns, forms, rows: () => rows.typed(), measured: await measure(forms, rows.typed()), widest }
}

async function noteSheet({ name, columns: names, rows }: NoteTable): Promise<Sheet> {
  const columns = names.map((name): DescribedColumn => ({ name, label: name, type: 'text' }))
  const sheet = await sheetOf(
    name,
    columns,
    rowsOfList(columns, () => rows),
  )
  return { ...sheet, forms: sheet.forms.map((form) => ({ ...form, style: 'lines' })), widest: widestNote }
}
