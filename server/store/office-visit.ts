import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { lastDay, takesAnswers } from './frist.ts'
import { worksFor } from './scopes.ts'
import type { Visit } from './visit.ts'

type Found = Pick<
  Visit,
  | 'participantId'
  | 'unit'
  | 'wave'
  | 'survey'
  | 'surveyVersion'
  | 'stichtag'
  | 'frist'
  | 'synthetic'
  | 'test'
  | 'daysLeft'
  | 'rev'
  | 'open'
  | 'closed'
> & { typed: Record<string, string> | null; savedAt: Date | null; now: Date }

/** The form of a participant as somebody of the office may look at it: nothing can be saved in it. */
export async function officeVisit(
  db: Db,
  { wave, unit }: Pick<Visit, 'wave' | 'unit'>,
  { accountId, secondsLeft }: { accountId: number | undefined; secondsLeft: number },
): Promise<Visit | undefined> {
  const { rows } = await sql<Found>`
    select p.id as "participantId", p.unit, w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag,
      ${sql.raw(lastDay)} as frist, w.synthetic, w.test, d.rev, d.saved_at as "savedAt", now() as now,
      ${sql.raw(takesAnswers)} as open, w.state = 'closed' as closed,
      ${sql.raw(lastDay)} - (now() at time zone 'Europe/Berlin')::date as "daysLeft",
      (select json_object_agg(v.field, v.value) from draft_value v where v.participant_id = p.id) as typed
    from participant p join wave w on w.id = p.wave_id join draft d on d.participant_id = p.id
    where p.wave_id = ${wave} and p.unit = ${unit} and ${sql.raw(worksFor(accountId))}`.execute(db)
  const [found] = rows
  return found && { ...found, ...noSession, secondsLeft }
}

const noSession = {
  sessionId: '',
  editorId: null,
  editor: null,
  contactFields: [],
  alive: false,
  asked: [],
  queried: true,
  dismissed: false,
  several: false,
  stale: false,
  office: true,
}

/** When somebody of the office looked at a form. */
export async function looksAt(db: Db, participantId: number): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select max(at) as at from audit
    where detail ? 'participant' and (detail ->> 'participant')::bigint = ${participantId} and action = 'form_seen'
    group by (at at time zone 'Europe/Berlin')::date`.execute(db)
  return rows.map(({ at }) => at)
}
