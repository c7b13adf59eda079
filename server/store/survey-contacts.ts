import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { isRestricted } from './restricted.ts'

/** What a unit has sent of contact data in a wave, by field; what is restricted is not used. */
export interface SurveyContact {
  unit: string
  fields: Record<string, string>
  savedAt: Date
}

export async function surveyContacts(db: Db, wave: string): Promise<SurveyContact[]> {
  const { rows } = await sql<SurveyContact>`
    select p.unit, jsonb_object_agg(r.field, r.value) as fields, max(r.saved_at) as "savedAt"
    from contact.respondent r join participant p on p.id = r.participant_id
    where p.wave_id = ${wave} and not ${sql.raw(isRestricted('r.participant_id', 'r.field'))} group by p.unit order by p.unit`.execute(
    db,
  )
  return rows
}

/** The waves in which somebody has sent contact data. */
export async function wavesWithContacts(db: Db): Promise<string[]> {
  const { rows } = await sql<{ wave: string }>`
    select w.id as wave from wave w
    where exists (select from participant p join contact.respondent r on r.participant_id = p.id where p.wave_id = w.id)
    order by w.id`.execute(db)
  return rows.map(({ wave }) => wave)
}
