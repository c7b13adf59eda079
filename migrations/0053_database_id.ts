import { type Kysely, sql } from 'kysely'

/**
 * By which the list of erasures beside the database knows for which one its lines are: with another database beside it, what was erased
 * in the first would be erased there too. It is drawn when the database is first opened, since an older state that comes back has to
 * take the one that it had.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table database_id (
      is_only boolean primary key default true constraint database_id_only check (is_only),
      id uuid not null default gen_random_uuid()
    )
  `.execute(db)
}
