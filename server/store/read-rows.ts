import type { Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type CopiedCell, copiedRows } from './copied-cells.ts'

/**
 * The rows of a query, some at a time: memory does not grow with them. `isNumber` says of each column whether it holds numbers. They come
 * by COPY, so that PostgreSQL goes on while they are used, where a cursor waits to be asked.
 */
export async function* readRows(
  pool: Pool,
  query: string,
  isNumber: readonly boolean[],
): AsyncGenerator<CopiedCell[][]> {
  const client = await pool.connect()
  let isWhole = false
  try {
    await client.query('begin read only')
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    const read = copiedRows(isNumber)
    for await (const piece of client.query(copyTo(`copy (${query}) to stdout`))) {
      const rows = read(piece)
      if (rows.length > 0) yield rows
    }
    await client.query('commit')
    isWhole = true
  } finally {
    client.release(!isWhole)
  }
}
