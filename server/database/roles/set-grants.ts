import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { closeGuards } from './guards.ts'
import { differences, presentGrants } from './present-grants.ts'

/**
 * Gives the application's role what it has to have, and takes the rest; where nothing differs, nothing is done. What guards the tables
 * is not to be led astray by it.
 */
export async function setGrants(db: Db, application: string): Promise<void> {
  await closeGuards(db)
  const role = sql.id(application)
  for (const { object, missing, excess } of differences(await presentGrants(db, application))) {
    const on = sql.raw(object)
    if (excess.length > 0) await sql`revoke ${listed(excess)} on ${on} from ${role}, public`.execute(db)
    if (missing.length > 0) await sql`grant ${listed(missing)} on ${on} to ${role}`.execute(db)
  }
}

const listed = (privileges: readonly string[]) => sql.raw(privileges.join(', '))
