import type { Db } from '../database/database.ts'

/** The Message-IDs of all mails that a line of the outbox tells of, or of those to some participants. */
export async function messageIds(db: Db, participants?: readonly number[]): Promise<string[]> {
  const rows = await db
    .selectFrom('contact.dispatch')
    .select('message_id as id')
    .where('message_id', 'is not', null)
    .$if(participants !== undefined, (query) => query.where('participant_id', 'in', [0, ...(participants ?? [])]))
    .execute()
  return rows.flatMap(({ id }) => id ?? [])
}
