import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

export interface KeptForm {
  participantId: number
  savedAt: Date | null
  /** All texts of the draft but contact data, or null where nobody wrote any. */
  typed: Record<string, string> | null
}

/** What a participant has written, without a session. */
export async function findKeptForm(db: Db, wave: string, unit: string): Promise<KeptForm | undefined> {
  const { rows } = await sql<KeptForm>`
    select p.id as "participantId", d.saved_at as "savedAt",
      (select json_object_agg(v.field, v.value order by v.field) from draft_value v where v.participant_id = p.id and not v.contact) as typed
    from participant p left join draft d on d.participant_id = p.id
    where p.wave_id = ${wave} and p.unit = ${unit}`.execute(db)
  return rows[0]
}
