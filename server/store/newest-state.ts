import type { Pool } from 'pg'

/** Of pools to a copy of the database: the newest state there, which the copy itself cannot know. */
const told = new WeakMap<Pool, number>()

/** Whoever reads over this pool is told this state as the newest. */
export function tellNewest(pool: Pool, state: number): void {
  told.set(pool, state)
}

/**
 * In a statement of its own: whoever submits meanwhile waits until it is over. A server that has become a replica knows of newer
 * ones no more; it refuses the number of a transaction, and with it this.
 */
export async function newestState(pool: Pool): Promise<number> {
  const known = told.get(pool)
  if (known !== undefined) return known
  const { rows } = await pool.query<{ newest: number }>('select newest_data_state() as newest, pg_current_xact_id()')
  return rows[0]?.newest ?? 0
}
