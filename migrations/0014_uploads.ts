import { type Kysely, sql } from 'kysely'

/**
 * Official files between upload, preview and confirmation. They lie in the database, since the next request may reach another
 * instance, and are gone after an hour; an account has one at a time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff.upload (
      id uuid primary key default gen_random_uuid(),
      account_id bigint not null unique references staff.account,
      -- As the browser says it: shown, and never part of a path.
      file_name text not null constraint upload_file_name check (length(file_name) between 1 and 100),
      settings jsonb not null,
      uploaded_at timestamptz not null default now()
    );
    create table staff.upload_piece (
      upload_id uuid not null references staff.upload on delete cascade,
      place integer not null,
      bytes bytea not null,
      primary key (upload_id, place)
    );
  `.execute(db)
}
