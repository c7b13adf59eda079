import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Refusal } from '../../analysis/sources/source.ts'
import { placesIn } from '../../analysis/texts/annex/coded-columns.ts'
import type { Plan } from '../../analysis/texts/annex/plan.ts'
import { type CodedTable, type NumberedRow, readCodedTable } from '../../analysis/texts/annex/read-coded-table.ts'
import { openTables, type Table } from '../admindata/open-tables.ts'
import { placed } from '../admindata/placed.ts'
import { InputError } from '../errors/input-error.ts'
import { readPlanText } from './plan-of-wave.ts'
import { shippedNames } from './shipped-names.ts'

/** More than anybody codes in one table. */
const mostRows = 50_000

/** The plan in a file; all that is wrong with it is thrown at once. */
export async function readPlanFile(path: string): Promise<Plan> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new InputError(`Die Datei ${path} lässt sich nicht lesen.`, { cause })
  })
  return readPlanText(text, file)
}

/** A coded table, CSV or XLSX, with the hash of its file; all that is wrong with it is thrown at once. */
export async function readCodedFile(path: string, plan: Plan): Promise<CodedTable & { file: string; hash: string }> {
  const opened = await openTables(path)
  try {
    const { file, hash, tables } = opened
    const placesOf = ({ head }: Table) => placesIn(head.rows[0] ?? [])
    const table = tables.find((one) => placesOf(one).category !== undefined) ?? tables[0]
    const { rows, refusals } = table === undefined ? { rows: [], refusals: [] } : await rowsOf(table)
    const read = readCodedTable(rows, plan, await shippedNames())
    const faults = 'faults' in read ? [...refusals, ...read.faults] : refusals
    if ('faults' in read || faults.length > 0)
      throw new InputError(faults.toSorted((a, b) => a.line - b.line).map((fault) => placed(file, fault)))
    return { ...read, file, hash }
  } finally {
    await opened.close()
  }
}

async function rowsOf(table: Table): Promise<{ rows: NumberedRow[]; refusals: Refusal[] }> {
  const rows: NumberedRow[] = []
  const refusals: Refusal[] = []
  for await (const batch of table.batches('cells', () => {})) {
    refusals.push(...batch.refusals)
    rows.push(...batch.rows.map((cells, at) => ({ line: batch.lines[at] ?? 0, cells })))
    if (rows.length > mostRows)
      throw new InputError(`Die Tabelle hat mehr als ${mostRows.toLocaleString('de-DE')} Zeilen.`)
  }
  return { rows, refusals }
}
