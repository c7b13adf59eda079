import { sql } from 'kysely'
import type { Raw } from '../../surveys/answer/cells.ts'
import type { Db } from '../database/database.ts'
import { submissionsOf } from './submissions.ts'

/** A form as it stands: the draft, and what was submitted last with the contact data beside it. */
export interface CurrentForm extends Kept {
  submission: Awaited<ReturnType<typeof submissionsOf>>[number] | undefined
}

interface Kept {
  participantId: number
  wave: string
  unit: string
  /** The revision of the draft. */
  rev: number
  draft: Raw
  contact: Raw
}

export async function currentForm(db: Db, participantId: number): Promise<CurrentForm> {
  const { rows } = await sql<Kept>`
    select p.id as "participantId", p.wave_id as wave, p.unit, d.rev,
      (select coalesce(json_object_agg(v.field, v.value), '{}') from draft_value v where v.participant_id = p.id) as draft,
      (select coalesce(json_object_agg(r.field, r.value), '{}') from contact.respondent r where r.participant_id = p.id) as contact
    from participant p join draft d on d.participant_id = p.id where p.id = ${participantId}`.execute(db)
  const [kept] = rows
  if (kept === undefined) throw new Error(`participant ${participantId} has no draft`)
  const [submission] = await submissionsOf(db, participantId)
  return { ...kept, submission }
}

/** Initials read differently from now on. False where somebody else in the form has them already. */
export async function renameInitials(db: Db, id: number, label: string): Promise<boolean> {
  const { rows } = await sql`update contact.editor e set label = ${label} where id = ${id} and not exists (
      select from contact.editor o where o.participant_id = e.participant_id and o.label = ${label} and o.id <> e.id)
    returning id`.execute(db)
  return rows.length > 0
}
