import { type Kysely, sql } from 'kysely'

/** Whether a number was typed, or taken over from the wave before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table draft_change add column taken_from text references wave`.execute(db)
}
