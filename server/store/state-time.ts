import type { Pool } from 'pg'

/** When the data came into a state: the time of the last change in it, whatever it was. Null where nothing has happened. */
export async function stateTime(pool: Pool, state: number): Promise<string | null> {
  const { rows } = await pool.query<{ at: Date | null }>('select max(at) as at from data_state where number <= $1', [
    state,
  ])
  return rows[0]?.at?.toISOString() ?? null
}
