import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Ends what the connections of this name are asking, which may be those of this role alone. */
export async function breakOff(db: Db, applicationName: string): Promise<void> {
  await sql`
    select pg_cancel_backend(pid) from pg_stat_activity
    where application_name = ${applicationName} and state = 'active' and datname = current_database()
      and usename = current_user`.execute(db)
}
