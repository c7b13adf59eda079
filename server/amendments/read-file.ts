import type { Refusal } from '../../analysis/sources/source.ts'
import type { OpenedFile, Table } from '../admindata/open-tables.ts'
import { isTooFaulty } from '../registry/too-faulty.ts'
import type { AskedAmendment } from './check-amendments.ts'
import { type AmendmentColumn, amendmentColumnNames, amendmentColumns, columnName, columnWords } from './columns.ts'
import { readAmendment, type TypedAmendment } from './read-amendment.ts'

/** An amendment with its line in the file. */
export interface AmendmentLine extends AskedAmendment {
  line: number
}

export interface ReadAmendments {
  lines: AmendmentLine[]
  problems: Refusal[]
}

type Known = Parameters<typeof readAmendment>[1]
type Places = Partial<Record<AmendmentColumn, number>>

/** A list of amendments, CSV or a sheet, its columns in any order. All that is wrong with it is told at once. */
export async function readAmendments({ tables }: Pick<OpenedFile, 'tables'>, known: Known): Promise<ReadAmendments> {
  const placesIn = ({ head }: Table) => placesOf(head.rows[0] ?? [])
  const table = tables.find((one) => placesIn(one).unit !== undefined) ?? tables[0]
  if (table === undefined) return { lines: [], problems: [{ line: 1, sentence: 'Die Datei ist leer.' }] }
  const places = placesIn(table)
  const missing = amendmentColumnNames.filter((name) => name !== 'note' && places[name] === undefined)
  if (missing.length === 0) return readTable(table, places, known)
  const sentence = (name: AmendmentColumn) => `Die Spalte „${columnName(name)}“ fehlt. Erwartet wird: ${columnWords}.`
  return { lines: [], problems: missing.map((name) => ({ line: 1, sentence: sentence(name) })) }
}

function placesOf(headings: readonly string[]): Places {
  const plain = headings.map((text) => text.trim().toLowerCase())
  const place = (name: AmendmentColumn) => {
    const known: readonly string[] = amendmentColumns[name]
    return plain.findIndex((text) => known.includes(text))
  }
  return Object.fromEntries(amendmentColumnNames.map((name) => [name, place(name)]).filter(([, at]) => at !== -1))
}

async function readTable(table: Table, places: Places, known: Known): Promise<ReadAmendments> {
  const lines: AmendmentLine[] = []
  const problems: Refusal[] = []
  for await (const { rows, lines: numbers, refusals } of table.batches('cells', () => {})) {
    if (isTooFaulty(problems, numbers[0] ?? 1)) break
    problems.push(...refusals)
    for (const [index, cells] of rows.entries()) {
      const line = numbers[index] ?? 0
      if (line === 1 || cells.every((cell) => cell.trim() === '')) continue
      const read = readAmendment(typedIn(cells, places), known)
      if ('faults' in read)
        problems.push(...read.faults.map(({ column, sentence }) => ({ line, column: columnName(column), sentence })))
      else lines.push({ line, ...read })
    }
  }
  if (lines.length + problems.length === 0)
    problems.push({ line: 1, sentence: 'Unter der Kopfzeile steht keine Korrektur.' })
  return { lines, problems }
}

function typedIn(cells: readonly string[], places: Places): TypedAmendment {
  const cell = (name: AmendmentColumn) => (cells[places[name] ?? -1] ?? '').replace(/\u00a0/g, ' ').trim()
  return {
    unit: cell('unit'),
    field: cell('field'),
    was: cell('was'),
    became: cell('became'),
    reason: cell('reason'),
    source: cell('source'),
    note: cell('note'),
  }
}
