import { sql } from 'kysely'
import type { Db } from './database.ts'

/** What has to be on for 'stored' to be true after a cut of the power. */
const needed = ['fsync', 'full_page_writes', 'synchronous_commit']

/** Those of them that are off: what is acknowledged now could be lost. */
export async function settingsOff(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pg_settings where name in (${sql.join(needed)}) and setting = 'off' order by name`.execute(db)
  return rows.map(({ name }) => name)
}
