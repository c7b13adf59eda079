import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import type { ColumnType, DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { copyRows } from '../store/copy-rows.ts'
import { type FetchedCell, fetchRows } from '../store/fetch-rows.ts'
import { crlfRows } from './csv/crlf.ts'
import { byteOrderMark } from './csv/dialect.ts'
import type { Cell, Rows } from './table.ts'

/** Rows that lie in the database: a query whose columns are those described. */
export function rowsOfQuery(pool: Pool, query: string, columns: readonly DescribedColumn[]): Rows {
  const toCell = columns.map(({ type }) => (numbers.has(type) ? numberOf : textOf))
  return {
    async *typed() {
      for await (const rows of fetchRows(pool, query))
        yield rows.map((row) => row.map((cell, place) => (cell === null ? null : (toCell[place]?.(cell) ?? null))))
    },
    writeCsv: (dialect, out) =>
      copyRows(pool, query, columns, dialect, (rows) => {
        if (dialect.byteOrderMark) out.write(byteOrderMark)
        return pipeline(rows, crlfRows(), out)
      }),
  }
}

const numbers: ReadonlySet<ColumnType> = new Set(['integer', 'decimal'])

/** Numbers of any length come as text. */
const numberOf = (cell: NonNullable<FetchedCell>): Cell => Number(cell)
const textOf = (cell: NonNullable<FetchedCell>): Cell => String(cell)
