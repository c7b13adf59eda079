import { type Kysely, sql } from 'kysely'

/**
 * Codes are kept as an HMAC, so that looking one up costs next to nothing. Those that were kept as a slow hash go on working and
 * are turned over by their next login; a server of before, which knows of no other, stores more of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table access_code add column slow boolean not null default true;
    create index access_code_slow on access_code (participant_id) where slow and revoked_at is null;
  `.execute(db)
}
