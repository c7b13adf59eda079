import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { prepared } from './prepared.ts'

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
export async function lastSaves(db: Db, participantId: number) {
  return db
    .selectFrom('draft_value')
    .leftJoin('contact.editor', 'contact.editor.id', 'draft_value.editor_id')
    .select(['field', 'draft_value.saved_at as savedAt', 'contact.editor.label as editor'])
    .where('draft_value.participant_id', '=', participantId)
    .where('rev', '>', 0)
    .execute()
}

/** An empty draft for a participant, with what is known beforehand. */
export async function createDrafts(db: Db, drafts: { participantId: number; prefilled: Record<string, string> }[]) {
  const rows = JSON.stringify(drafts)
  await sql`insert into draft (participant_id)
    select (one ->> 'participantId')::bigint from json_array_elements(${rows}::json) one`.execute(db)
  await sql`with filled as (
      insert into draft_value (participant_id, field, value, rev, contact)
      select p.id, pre.key, pre.value, 0, pre.key = any(w.contact_fields)
      from json_array_elements(${rows}::json) one
      join participant p on p.id = (one ->> 'participantId')::bigint
      join wave w on w.id = p.wave_id
      cross join lateral json_each_text(one -> 'prefilled') pre
      returning participant_id, field, value, rev, contact
    )
    insert into draft_change (participant_id, field, value, rev, contact) select * from filled`.execute(db)
}
