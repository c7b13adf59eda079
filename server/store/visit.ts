import type { Pool } from 'pg'
import { idleMinutes } from '../domain/session-token.ts'
import { lastDay, letsIn, takesAnswers } from './frist.ts'
import { prepared } from './prepared.ts'

/** A session with all that a page of one of its forms needs. */
export interface Visit {
  participantId: number
  sessionId: string
  editorId: number | null
  editor: string | null
  /** The key of the Kommune or the number of the person. */
  unit: string
  wave: string
  survey: string
  surveyVersion: string
  stichtag: string | null
  /** The last day of this participant. */
  frist: string
  synthetic: boolean
  /** A trial. */
  test: boolean
  /** The fields that are for contact data. */
  contactFields: string[]
  /** Answers are taken. */
  open: boolean
  /** The wave is closed, be it before the Frist. */
  closed: boolean
  /** Something was asked back. */
  queried: boolean
  /** Once no answers are taken any more: the open Rückfragen, with the fields and checks that they are about. */
  asked: { id: number; fields: string[]; checks: string[] }[]
  daysLeft: number
  /** The session has not ended. An ended one is still known, so that what arrives late can be kept. */
  alive: boolean
  /** It did not run out but was ended: by a logout, a colleague, or a new code. Nothing that comes from it is kept. */
  dismissed: boolean
  /** The session serves other participants as well. */
  several: boolean
  secondsLeft: number
  /** The last request was noted more than a minute ago. */
  stale: boolean
  now: Date
  rev: number
  savedAt: Date | null
  /** Somebody of the office looks at it. */
  office?: boolean
  /** The number of the link by which a colleague is here, for some sections alone. */
  delegation?: number
  /** All texts of the draft: answers, and what is said about them. */
  typed: Record<string, string> | null
}

type Found = Omit<Visit, 'now' | 'savedAt'> & { now: string; savedAt: string | null }

/** One column: it is read with every request, and to take twenty apart costs more than to parse one. */
const find = prepared<
  [tokenHash: Buffer, idleMinutes: number, wave: string | null, unit: string | null],
  { visit: Found }
>(
  'find_visits',
  `select to_json(found) as visit from (
   select s.participant_id as "participantId", s.id as "sessionId", s.editor_id as "editorId", e.label as editor, p.unit,
     w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag,
     ${lastDay} as frist, w.synthetic, w.test,
     w.contact_fields as "contactFields",
     ${takesAnswers} as open, w.state = 'closed' as closed,
     exists (select from contact.query q where q.participant_id = p.id) as queried,
     case when ${takesAnswers} then '[]' else (
       select coalesce(json_agg(json_build_object('id', q.id, 'fields', q.fields, 'checks', q.checks) order by q.id), '[]')
       from contact.query q where q.participant_id = p.id and q.closed_at is null
         and exists (select from contact.query_entry e where e.query_id = q.id and e.kind = 'asked')) end as asked,
     ${lastDay} - (now() at time zone 'Europe/Berlin')::date as "daysLeft",
     s.ended_at is null and ${letsIn} and now() < session_end.at as alive,
     s.ended_at is not null as dismissed,
     exists (select from session o where o.token_hash = $1 and o.participant_id <> s.participant_id)
       or exists (select from carrier_session c where c.token_hash = $1 and c.ended_at is null) as several,
     extract(epoch from session_end.at - now())::integer as "secondsLeft",
     now() - s.seen_at > interval '1 minute' as stale, now() as now,
     d.rev, d.saved_at as "savedAt",
     (select json_object_agg(v.field, v.value) from draft_value v where v.participant_id = p.id) as typed
   from session s
   cross join lateral (select least(s.ends_at, s.seen_at + make_interval(mins => $2)) as at) session_end
   join participant p on p.id = s.participant_id
   join wave w on w.id = p.wave_id
   join draft d on d.participant_id = p.id
   left join contact.editor e on e.id = s.editor_id
   where s.token_hash = $1 and w.id = coalesce($3, w.id) and p.unit = coalesce($4, p.unit)
   ) found order by wave, unit`,
)

const readVisit = ({ visit }: { visit: Found }): Visit =>
  Object.assign(visit, {
    now: new Date(visit.now),
    savedAt: visit.savedAt === null ? null : new Date(visit.savedAt),
  })

/** The visit of one form. The address names it, so that two tabs never take one Kommune for another. */
export async function findVisit(
  pool: Pool,
  tokenHash: Buffer,
  { wave, unit }: Pick<Visit, 'wave' | 'unit'>,
): Promise<Visit | undefined> {
  const [row] = await find(pool, tokenHash, idleMinutes, wave, unit)
  return row && readVisit(row)
}

/** The visits of all forms that somebody is logged in for. */
export async function findVisits(pool: Pool, tokenHash: Buffer): Promise<Visit[]> {
  const rows = await find(pool, tokenHash, idleMinutes, null, null)
  return rows.map(readVisit).filter(({ alive }) => alive)
}
