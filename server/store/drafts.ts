import { type Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import type { TakenOver } from '../../surveys/answer/taken-over.ts'
import type { Tables } from '../database/tables.ts'
import { prepared } from './prepared.ts'

/** The texts to save, made by somebody who saw the draft at revision `base`. */
export interface Changes {
  participantId: number
  editorId: number | null
  base: number
  typed: Record<string, string>
  /** A number that was taken over from an earlier wave. */
  taken?: TakenOver | undefined
}

export interface Saved {
  rev: number
  savedAt: Date
  /** The fields whose text is now the one sent. */
  saved: string[]
}

/**
 * The part of a statement that saves fields, and keeps what was typed when. `d` are drafts with their new revision: their update
 * makes writers of the same form wait for each other. Each field is then compared in its newest state, `v`.
 */
export const writeFields = ({
  sent,
  ifField,
  editor,
  taken,
}: Record<'sent' | 'ifField' | 'editor' | 'taken', string>) =>
  `written as (
     insert into draft_value as v (participant_id, field, value, rev, editor_id, saved_at)
     select d.participant_id, sent.key, sent.value, d.rev, ${editor}, d.saved_at from d, json_each_text(${sent}) sent
     on conflict (participant_id, field) do update
       set value = excluded.value, rev = excluded.rev, editor_id = excluded.editor_id, saved_at = excluded.saved_at
       where ${ifField}
     returning participant_id, field, value, rev, editor_id, saved_at
   ), history as (
     insert into draft_change (participant_id, field, rev, value, editor_id, saved_at, taken_from)
     select participant_id, field, rev, value, editor_id, saved_at, ${taken} from written
   )`

/** The columns of `Saved`, after `writeFields`. */
export const savedColumns = `d.rev, d.saved_at as "savedAt", 
     (select array_agg(field) from written w where w.participant_id = d.participant_id) as saved`

/**
 * Saves each field that nobody else has changed since the sender's page was made. One statement, so that an answer is only
 * given after the commit.
 */
const save = prepared<
  [number, string, number, number | null, string | null, string | null],
  { rev: number; savedAt: Date; saved: string[] | null }
>(
  'save_draft',
  `with d as (
     update draft set rev = rev + 1, saved_at = clock_timestamp() where participant_id = $1
     returning participant_id, rev, saved_at
   ), ${writeFields({ sent: '$2::json', ifField: 'v.rev <= $3', editor: '$4::bigint', taken: 'case field when $5 then $6 end' })}
   select ${savedColumns} from d`,
)

export async function saveDraft(pool: Pool, { participantId, editorId, base, typed, taken }: Changes): Promise<Saved> {
  const sent = JSON.stringify(typed)
  const [row] = await save(pool, participantId, sent, base, editorId, taken?.field ?? null, taken?.wave ?? null)
  if (row === undefined) throw new Error(`participant ${participantId} has no draft`)
  return { ...row, saved: row.saved ?? [] }
}

/** A field that somebody else changed. */
export interface Foreign {
  field: string
  value: string
  /** What the field held at the revision that the other person had not yet seen. */
  before: string | null
  editor: string | null
  savedAt: Date
}

/** What has been saved since a revision, with the text that each field had then. */
export const changesSince = prepared<[participantId: number, rev: number], Foreign>(
  'changes_since',
  `select v.field, v.value, v.saved_at as "savedAt", e.label as editor,
     (select c.value from draft_change c
       where c.participant_id = v.participant_id and c.field = v.field and c.rev <= $2
       order by c.rev desc limit 1) as before
   from draft_value v left join contact.editor e on e.id = v.editor_id
   where v.participant_id = $1 and v.rev > $2`,
)

/** Who saved which field last, and when. */
export async function lastSaves(db: Kysely<Tables>, participantId: number) {
  return db
    .selectFrom('draft_value')
    .leftJoin('contact.editor', 'contact.editor.id', 'draft_value.editor_id')
    .select(['field', 'draft_value.saved_at as savedAt', 'contact.editor.label as editor'])
    .where('draft_value.participant_id', '=', participantId)
    .where('rev', '>', 0)
    .execute()
}

/** An empty draft for a participant, with what is known beforehand. */
export async function createDrafts(
  db: Kysely<Tables>,
  drafts: { participantId: number; prefilled: Record<string, string> }[],
) {
  const rows = JSON.stringify(drafts)
  await sql`insert into draft (participant_id)
    select (one ->> 'participantId')::bigint from json_array_elements(${rows}::json) one`.execute(db)
  for (const table of ['draft_value', 'draft_change']) {
    await sql`insert into ${sql.table(table)} (participant_id, field, value, rev)
      select (one ->> 'participantId')::bigint, pre.key, pre.value, 0
      from json_array_elements(${rows}::json) one, json_each_text(one -> 'prefilled') pre`.execute(db)
  }
}
