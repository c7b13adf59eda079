import { type Kysely, sql } from 'kysely'

/**
 * What is not sealed yet is found by its missing seal, not by a queue: to fill one cost every submission more than the rest of its
 * entry. The newest entries are looked through every few seconds, the whole log now and then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger audit_queued on audit;
    drop function queue_for_seal();
    drop table audit_unsealed;
  `.execute(db)
}
