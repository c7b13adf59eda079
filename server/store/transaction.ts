import type { ClientBase, Pool } from 'pg'

/** Work on one connection that is kept as a whole or not at all; `keep` false: looked at, then given up. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: ClientBase) => Promise<{ keep: boolean; result: T }>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { keep, result } = await work(client)
    await client.query(keep ? 'commit' : 'rollback')
    client.release()
    return result
  } catch (error) {
    // A copy that was broken off leaves the connection in no state to be used again.
    client.release(true)
    throw error
  }
}
