import { type Kysely, sql } from 'kysely'

/**
 * By which the list of erasures beside the database knows for which one its lines are: with another database beside it, what was erased
 * in the first would be erased there too. A database in which something was done already takes the one that its list names, since an
 * older state that comes back has to be known by it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table database_id (
      is_only boolean primary key default true constraint database_id_only check (is_only),
      id uuid not null default gen_random_uuid()
    );
    insert into database_id (is_only)
      select true where not exists (select from participant) and not exists (select from audit);
  `.execute(db)
}
