import type { Pool } from 'pg'

/** Work that one server does at a time, of all that share the database; undefined where another one is at it. */
export async function withTurn<T>(pool: Pool, turn: number, work: () => Promise<T>): Promise<T | undefined> {
  const client = await pool.connect()
  let isGivenBack = false
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [turn])
    const result = rows[0]?.got ? await work() : undefined
    await client.query('select pg_advisory_unlock($1)', [turn])
    isGivenBack = true
    return result
  } finally {
    // Where the work failed, the lock ends with the connection.
    client.release(!isGivenBack)
  }
}
