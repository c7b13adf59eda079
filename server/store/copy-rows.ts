import type { Readable } from 'node:stream'
import type { Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { riskyStart } from '../../analysis/sources/harmless.ts'
import type { ColumnType, DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { literal, quoted } from './quoted.ts'

/** What PostgreSQL can do to the cells of a CSV while it writes them. */
interface CopyOptions {
  delimiter: ',' | ';'
  decimalComma: boolean
}

/**
 * Lets PostgreSQL write the rows of a query as CSV, with a header; `take` reads them to the end. Says how many there
 * were. Nothing but bytes passes through JavaScript, and memory does not grow with the rows.
 */
export async function copyRows(
  pool: Pool,
  query: string,
  columns: readonly DescribedColumn[],
  options: CopyOptions,
  take: (rows: Readable) => Promise<void>,
): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    const cells = columns.map((column) => cellOf(column, options)).join(', ')
    const written = `format csv, header, delimiter '${options.delimiter}'`
    const rows = client.query(copyTo(`copy (select ${cells} from (${query}) t) to stdout with (${written})`))
    await take(rows)
    return rows.rowCount
  } finally {
    // The connection's limit was lifted for this one query.
    client.release(true)
  }
}

function cellOf({ name, type }: DescribedColumn, options: CopyOptions): string {
  const cell = `t.${quoted(name)}`
  const written = writtenAs[type](cell, options)
  return written === cell ? cell : `${written} as ${quoted(name)}`
}

const asItIs = (cell: string) => cell

const writtenAs: Record<ColumnType, (cell: string, options: CopyOptions) => string> = {
  integer: asItIs,
  decimal: (cell, { decimalComma }) => (decimalComma ? `replace(${cell}::text, '.', ',')` : cell),
  code: asItIs,
  text: (cell) => `case when ${cell} ~ ${literal(`^${riskyStart}`)} then '''' || ${cell} else ${cell} end`,
  time: asItIs,
  day: asItIs,
  month: asItIs,
}
