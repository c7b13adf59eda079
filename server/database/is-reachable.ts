import type { Pool } from 'pg'

/** Whether the database answers. */
export function isReachable(pool: Pool): Promise<boolean> {
  return pool.query('select 1').then(
    () => true,
    () => false,
  )
}
