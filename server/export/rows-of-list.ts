import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Papa from 'papaparse'
import { harmless } from '../../analysis/sources/harmless.ts'
import type { ColumnType, DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { byteOrderMark, type CsvDialect } from './csv/dialect.ts'
import type { Cell, Row, Rows } from './table.ts'

const atATime = 500

/** Rows that are made here; `make` begins anew each time. */
export function rowsOfList(columns: readonly DescribedColumn[], make: () => Iterable<Row>): Rows {
  return {
    async *typed() {
      yield* batches(make())
    },
    async writeCsv(dialect, out) {
      let count = 0
      function* lines(): Generator<string> {
        const { delimiter } = dialect
        const written = columns.map(({ type }) => writtenAs[type])
        const text = (rows: readonly Row[]) => `${Papa.unparse(rows as Cell[][], { delimiter, newline: '\r\n' })}\r\n`
        yield (dialect.byteOrderMark ? byteOrderMark : '') + text([columns.map(({ name }) => name)])
        for (const rows of batches(make())) {
          count += rows.length
          yield text(rows.map((row) => row.map((cell, place) => written[place]?.(cell, dialect) ?? null)))
        }
      }
      await pipeline(Readable.from(lines()), out)
      return count
    },
  }
}

/** Rows that are made here of what has to be read first: when they are written, and not before. */
export const rowsOfRead = (columns: readonly DescribedColumn[], read: () => Promise<Iterable<Row>>): Rows => ({
  async *typed() {
    const rows = await read()
    yield* rowsOfList(columns, () => rows).typed()
  },
  async writeCsv(dialect, out) {
    const rows = await read()
    return rowsOfList(columns, () => rows).writeCsv(dialect, out)
  },
})

function* batches(rows: Iterable<Row>): Generator<Row[]> {
  let some: Row[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < atATime) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

const asItIs = (cell: Cell) => cell

const writtenAs: Record<ColumnType, (cell: Cell, dialect: CsvDialect) => Cell> = {
  integer: asItIs,
  decimal: (cell, { decimalComma }) => (decimalComma && cell !== null ? String(cell).replace('.', ',') : cell),
  code: asItIs,
  text: (cell) => (typeof cell === 'string' ? harmless(cell) : cell),
  time: asItIs,
  day: asItIs,
  month: asItIs,
}
