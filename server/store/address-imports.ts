import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** What a list has named is gone as if it had never been; what it ended holds again, unless somebody has written since. */
export async function restoreAddresses(trx: Db, importId: number): Promise<void> {
  await sql`delete from contact.address where import_id = ${importId} and until is null`.execute(trx)
  await sql`
    update contact.address a set until = null, ended_by = null
    where a.ended_by = ${importId}
      and not exists (select from contact.address now where now.unit = a.unit and now.until is null)`.execute(trx)
}
