import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

interface Act {
  /** The participants. */
  ids: readonly number[]
  wave: string
  text: string
  by: number | undefined
}

export type NoteKind = 'call' | 'letter' | 'mail' | 'other'

type NewNote = Act & { kind: NoteKind; byRespondent?: boolean }

/** Adds the same note to some participants. The log says that, never what. */
export const addNote = (db: Db, note: NewNote): Promise<void> =>
  db.transaction().execute((trx) => addNoteWithin(trx, note))

export async function addNoteWithin(trx: Db, note: NewNote): Promise<void> {
  const { ids, wave, text, by, kind, byRespondent = false } = note
  await insertNotes(trx, ids, kind, text, by)
  await noteEach(trx, 'note_added', { ids, wave, by }, byRespondent ? { byRespondent } : {})
}

/** What somebody is writing, kept until it is a note; nothing where nothing is left of it. */
export async function keepUnfinished(
  db: Db,
  { id, kind, text, by }: { id: number; kind: NoteKind; text: string; by: number },
): Promise<void> {
  if (text.trim() === '') {
    await sql`delete from contact.field_note
      where participant_id = ${id} and account_id = ${by} and unfinished`.execute(db)
    return
  }
  await sql`insert into contact.field_note (participant_id, account_id, kind, text, unfinished)
    values (${id}, ${by}, ${kind}, ${text}, true)
    on conflict (participant_id, account_id) where unfinished
    do update set text = excluded.text, kind = excluded.kind, at = now()`.execute(db)
}

/**
 * Says that some decline or are exempt, or are expected again, with the reason as a note. Who has sent answers stays as they are.
 * Comes back with those that are changed.
 */
export async function setStanding(
  db: Db,
  { ids, wave, text, by, standing }: Act & { standing: 'declined' | 'exempt' | null },
): Promise<number[]> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: number }>`
      update participant p set standing = ${standing}, standing_at = case when ${standing}::text is not null then now() end
      where id = any(${[...ids]}::bigint[]) and standing is distinct from ${standing}
        and (${standing}::text is null or not exists (select from submission s where s.participant_id = p.id))
      returning id`.execute(trx)
    const changed = rows.map(({ id }) => id)
    await insertNotes(trx, changed, 'other', text, by)
    await noteEach(trx, 'standing_set', { ids: changed, wave, by }, { standing: standing ?? 'open' })
    return changed
  })
}

async function insertNotes(db: Db, ids: readonly number[], kind: NoteKind, text: string, by: number | undefined) {
  if (ids.length === 0) return
  await db
    .insertInto('contact.field_note')
    .values(ids.map((id) => ({ participant_id: id, kind, text, account_id: by ?? null })))
    .execute()
}

/** An entry of the log for each. */
async function noteEach(
  db: Db,
  action: string,
  { ids, wave, by }: Omit<Act, 'text'>,
  detail: Record<string, string | boolean> = {},
): Promise<void> {
  await sql`insert into audit (action, account_id, wave_id, detail)
    select ${action}, ${by ?? null}::bigint, ${wave}, ${JSON.stringify(detail)}::jsonb || jsonb_build_object('participant', id)
    from unnest(${[...ids]}::bigint[]) id`.execute(db)
}
