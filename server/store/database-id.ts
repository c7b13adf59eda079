import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

export async function findDatabaseId(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('database_id').select('id').executeTakeFirst())?.id
}

/** Gives a database from before they were told apart the id that it is known by where it lies, or a new one. */
export async function drawDatabaseId(db: Db, known: string | undefined): Promise<string> {
  await sql`insert into database_id (id) values (coalesce(${known ?? null}::uuid, gen_random_uuid()))
    on conflict do nothing`.execute(db)
  return (await db.selectFrom('database_id').select('id').executeTakeFirstOrThrow()).id
}
