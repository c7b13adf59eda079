import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { type Chosen, type KeptPage, mostKept } from '../domain/kept-input.ts'
import { cameAfterFrist } from './frist.ts'

interface Sent {
  participantId: number
  /** Null of a colleague who was asked for some sections. */
  sessionId: string | null
  editorId: number | null
  section: string
  /** The section asks for contact data. */
  contact: boolean
  /** The texts that differ from what is stored. */
  typed: Record<string, string>
  /** The fields whose text is the stored one again. */
  same: readonly string[]
}

/**
 * Keeps what a session sent of a section, with what it sent of it before. Comes back false where the form keeps too much already;
 * what was kept before is never pushed out.
 */
export async function parkPage(db: Db, sent: Sent) {
  const { participantId, sessionId, editorId, section, contact, typed, same } = sent
  const texts = JSON.stringify(typed)
  const { rows } = await sql<{ done: boolean }>`
    with kept as (
      insert into parked_page as p (participant_id, session_id, editor_id, section, typed, contact)
      select ${participantId}::bigint, ${sessionId}::uuid, ${editorId}::bigint, ${section}, ${texts}::jsonb, ${contact}::boolean
      where exists (select from parked_page o
          where o.session_id = ${sessionId} and o.section = ${section} and o.settled_at is null)
        or ${texts} <> '{}' and ${mostKept} >
          (select count(*) from parked_page o where o.participant_id = ${participantId} and o.settled_at is null)
      on conflict (session_id, section, contact) where settled_at is null do update
        set typed = (p.typed - ${[...same]}::text[]) || excluded.typed, editor_id = excluded.editor_id, parked_at = now(),
          settled_at = case when (p.typed - ${[...same]}::text[]) || excluded.typed = '{}' then now() end
      returning id
    )
    select ${texts} = '{}' or exists (select from kept) as done`.execute(db)
  return rows[0]?.done === true
}

/** What is still kept for a participant, the oldest first. */
export async function parkedPages(db: Db, participantId: number): Promise<KeptPage[]> {
  return db
    .selectFrom('parked_page as k')
    .innerJoin('participant as p', 'p.id', 'k.participant_id')
    .innerJoin('wave as w', 'w.id', 'p.wave_id')
    .leftJoin('contact.editor as e', 'e.id', 'k.editor_id')
    .select(['k.id', 'k.section', 'k.typed', 'k.parked_at as parkedAt', 'e.label as editor'])
    .select(cameAfterFrist.as('late'))
    .where('k.participant_id', '=', participantId)
    .where('k.settled_at', 'is', null)
    .orderBy('k.parked_at')
    .orderBy('k.id')
    .execute()
}

/** Some texts are decided on. What came to a row after it was seen stays. */
export async function settleParked(db: Db, chosen: readonly Chosen[], seen: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { page, fields } of chosen) {
      await sql`update parked_page set typed = typed - ${fields}::text[],
          settled_at = case when typed - ${fields}::text[] = '{}' then now() end
        where id = ${page.id} and settled_at is null and date_trunc('milliseconds', parked_at) <= ${seen}`.execute(trx)
    }
  })
}
