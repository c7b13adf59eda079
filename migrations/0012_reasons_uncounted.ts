import { type Kysely, sql } from 'kysely'

/** Nobody keeps answers in memory any more, so nobody asks whether the reasons given are still as many as before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table draft drop column reasons`.execute(db)
}
