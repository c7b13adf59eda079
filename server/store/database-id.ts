import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

export async function findDatabaseId(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('database_id').select('id').executeTakeFirst())?.id
}

/** Gives the database the id that it is known by where it lies, or a new one where nothing was done in it yet. */
export async function drawDatabaseId(db: Db, known: string | undefined): Promise<string> {
  await sql`insert into database_id (id)
    select case when exists (select from participant) or exists (select from audit)
      then coalesce(${known ?? null}::uuid, gen_random_uuid()) else gen_random_uuid() end
    on conflict do nothing`.execute(db)
  return (await db.selectFrom('database_id').select('id').executeTakeFirstOrThrow()).id
}
