import type { Pool } from 'pg'

export type FetchedCell = number | string | boolean | null

/** More are hardly faster, and each takes its kilobytes. */
const atATime = 100

/** The rows of a query, some at a time: memory does not grow with them. All are of one moment. */
export async function* fetchRows(pool: Pool, query: string): AsyncGenerator<FetchedCell[][]> {
  const client = await pool.connect()
  let isWhole = false
  try {
    await client.query('begin read only')
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    // All rows are wanted; a cursor is otherwise planned for the first ones.
    await client.query('set local cursor_tuple_fraction = 1')
    await client.query(`declare wanted no scroll cursor for ${query}`)
    for (;;) {
      const { rows } = await client.query<FetchedCell[]>({ text: `fetch ${atATime} from wanted`, rowMode: 'array' })
      if (rows.length === 0) break
      yield rows
    }
    await client.query('commit')
    isWhole = true
  } finally {
    client.release(!isWhole)
  }
}
