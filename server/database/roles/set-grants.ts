import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { differences, presentGrants } from './present-grants.ts'

/** Gives the application's role what it has to have, and takes the rest; where nothing differs, nothing is done. */
export async function setGrants(db: Db, application: string): Promise<void> {
  const role = sql.id(application)
  for (const { object, missing, excess } of differences(await presentGrants(db, application))) {
    const on = sql.raw(object)
    if (excess.length > 0) await sql`revoke ${listed(excess)} on ${on} from ${role}, public`.execute(db)
    if (missing.length > 0) await sql`grant ${listed(missing)} on ${on} to ${role}`.execute(db)
  }
}

const listed = (privileges: readonly string[]) => sql.raw(privileges.join(', '))
