import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

export async function parkPage(
  db: Db,
  page: { participantId: number; editorId: number | null; section: string; typed: Record<string, string> },
): Promise<void> {
  await db
    .insertInto('parked_page')
    .values({
      participant_id: page.participantId,
      editor_id: page.editorId,
      section: page.section,
      typed: JSON.stringify(page.typed),
    })
    .execute()
}

/** What is still kept for a participant, the oldest first. */
export async function parkedPages(db: Db, participantId: number) {
  return db
    .selectFrom('parked_page')
    .select(['id', 'section', 'typed', 'parked_at as parkedAt'])
    .where('participant_id', '=', participantId)
    .where('settled_at', 'is', null)
    .orderBy('parked_at')
    .execute()
}

export async function settleParkedPage(db: Db, participantId: number, id: string): Promise<void> {
  await db
    .updateTable('parked_page')
    .set({ settled_at: sql`now()` })
    .where('participant_id', '=', participantId)
    .where('id', '=', id)
    .execute()
}
