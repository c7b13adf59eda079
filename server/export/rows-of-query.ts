import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import type { ColumnType, DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { copyRows } from '../store/copy-rows.ts'
import { readRows } from '../store/read-rows.ts'
import { crlfRows } from './csv/crlf.ts'
import { byteOrderMark } from './csv/dialect.ts'
import type { Rows } from './table.ts'

/** Rows that lie in the database: a query whose columns are those described. */
export function rowsOfQuery(pool: Pool, query: string, columns: readonly DescribedColumn[]): Rows {
  const isNumber = columns.map(({ type }) => numbers.has(type))
  return {
    typed: () => readRows(pool, query, isNumber),
    writeCsv: (dialect, out) =>
      copyRows(pool, query, columns, dialect, (rows) => {
        if (dialect.byteOrderMark) out.write(byteOrderMark)
        return pipeline(rows, crlfRows(), out)
      }),
  }
}

const numbers: ReadonlySet<ColumnType> = new Set(['integer', 'decimal'])
