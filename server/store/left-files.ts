import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** The states of the files of a wave whose hash begins so. */
export async function stateOfFile(db: Db, wave: string, hash: string): Promise<number[]> {
  const { rows } = await sql<{ state: number }>`
    select distinct (detail ->> 'state')::integer as state from audit
    where wave_id = ${wave} and action in ('download', 'export') and starts_with(detail ->> 'sha256', ${hash})
      and detail ? 'state'`.execute(db)
  return rows.map(({ state }) => state)
}
