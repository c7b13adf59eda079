import { type Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import type { Raw } from '../../surveys/cell.ts'
import type { Justification } from '../../surveys/submission.ts'
import { idleMinutes, longestHours } from '../domain/session-token.ts'
import type { Tables } from '../tables.ts'
import { keepDraft, knownDraft } from './known-drafts.ts'
import { prepared } from './prepared.ts'

/** A session with all that a page of one of its forms needs, read in one statement. */
export interface Visit {
  participantId: number
  editorId: number | null
  editor: string | null
  /** The key of the Kommune or the number of the person. */
  unit: string
  wave: string
  survey: string
  surveyVersion: string
  stichtag: string | null
  frist: string
  synthetic: boolean
  /** Answers are taken. */
  open: boolean
  daysLeft: number
  /** The session has not ended. An ended one is still known, so that what arrives late can be kept. */
  alive: boolean
  /** The session serves other participants as well. */
  several: boolean
  secondsLeft: number
  /** The last request was noted more than a minute ago. */
  stale: boolean
  now: Date
  rev: number
  savedAt: Date | null
  typed: Raw | null
  justifications: Justification[] | null
}

const sessionEnds = `least(s.ends_at, s.seen_at + interval '${idleMinutes} minutes')`
const isAlive = `s.ended_at is null and w.state = 'open' and now() < ${sessionEnds}`
const secondsLeft = `extract(epoch from ${sessionEnds} - now())::integer as "secondsLeft"`

/**
 * One column of JSON: for the driver twenty small columns are more work than one large one. The texts are left out where
 * they are known already.
 */
const visits = (condition: string, isKnown = 'false') =>
  `select to_json(v) as visit from (select s.participant_id as "participantId", s.editor_id as "editorId", e.label as editor, p.unit,
     w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist, w.synthetic,
     w.state = 'open' and now() < w.ends_at as open,
     w.frist - (now() at time zone 'Europe/Berlin')::date as "daysLeft",
     ${isAlive} as alive,
     exists (select from session o where o.token_hash = s.token_hash and o.participant_id <> s.participant_id) as several,
     ${secondsLeft},
     now() - s.seen_at > interval '1 minute' as stale, now() as now,
     d.rev, d.saved_at as "savedAt",
     ${isKnown} as "isKnown",
     case when ${isKnown} then null else
       (select json_object_agg(v.field, v.value) from draft_value v where v.participant_id = s.participant_id)
     end as typed,
     (select json_agg(json_build_object('check', j.check_id, 'values', j.values, 'reason', j.reason, 'text', j.body))
        from (select distinct on (check_id) check_id, values, reason, body from justification
              where participant_id = s.participant_id order by check_id, id desc) j) as justifications
   from session s
   join participant p on p.id = s.participant_id
   join wave w on w.id = p.wave_id
   join draft d on d.participant_id = s.participant_id
   left join contact.editor e on e.id = s.editor_id
   where s.token_hash = $1 and ${condition}) v`

interface Row {
  visit: Omit<Visit, 'now' | 'savedAt'> & { now: string; savedAt: string | null; isKnown: boolean | null }
}

/** The time tells apart revisions of the same number, as a database has them that was brought back from a backup. */
const isKnownDraft = `d.rev = $4 and date_trunc('milliseconds', d.saved_at) = $5`
type Values = [tokenHash: Buffer, wave: string, unit: string, rev: number | undefined, savedAt: Date | undefined]

const findOne = prepared<Values, Row>('find_visit', visits('p.wave_id = $2 and p.unit = $3', isKnownDraft))
const findAll = prepared<[tokenHash: Buffer], Row>('find_visits', `${visits(isAlive)} order by wave, unit`)

/** The visit of one form. The address names it, so that two tabs never take one Kommune for another. */
export async function findVisit(
  pool: Pool,
  tokenHash: Buffer,
  place: Pick<Visit, 'wave' | 'unit'>,
): Promise<Visit | undefined> {
  const known = knownDraft(pool, place)
  const [row] = await findOne(pool, tokenHash, place.wave, place.unit, known?.rev, known?.savedAt)
  if (row === undefined) return undefined
  const visit = visitOf(row)
  if (row.visit.isKnown && known !== undefined) visit.typed = known.typed
  const { rev, savedAt, typed } = visit
  if (savedAt !== null && typed !== null) keepDraft(pool, place, { rev, savedAt, typed })
  return visit
}

/** The visits of all forms that somebody is logged in for. */
export async function findVisits(pool: Pool, tokenHash: Buffer): Promise<Visit[]> {
  return (await findAll(pool, tokenHash)).map(visitOf)
}

function visitOf({ visit: { isKnown, ...visit } }: Row): Visit {
  const { now, savedAt } = visit
  return { ...visit, now: new Date(now), savedAt: savedAt === null ? null : new Date(savedAt) }
}

/** Notes that the visitor is still there. Comes back with the seconds until the session ends, 0 where nobody is logged in. */
export async function touchSession(pool: Pool, tokenHash: Buffer): Promise<number> {
  const { rows } = await pool.query<{ secondsLeft: number }>(
    `update session s set seen_at = now() from participant p join wave w on w.id = p.wave_id
     where s.token_hash = $1 and p.id = s.participant_id and ${isAlive}
     returning ${secondsLeft}`,
    [tokenHash],
  )
  return rows[0]?.secondsLeft ?? 0
}

export interface NewSession {
  tokenHash: Buffer
  participantId: number
  /** Initials, or ''. */
  editor: string
}

/** Opens a form for a browser. Where it has a session already, the form joins that one and ends with it. */
export async function startSession(
  db: Kysely<Tables>,
  { tokenHash, participantId, editor }: NewSession,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found =
      editor === ''
        ? undefined
        : await trx
            .insertInto('contact.editor')
            .values({ participant_id: participantId, label: editor })
            .onConflict((conflict) => conflict.columns(['participant_id', 'label']).doUpdateSet({ label: editor }))
            .returning('id')
            .executeTakeFirstOrThrow()
    const editorId = found?.id ?? null
    await sql`
      insert into session (token_hash, participant_id, editor_id, ends_at, ended_at)
      select ${tokenHash}, ${participantId}, ${editorId},
        coalesce(min(ends_at), now() + make_interval(hours => ${longestHours})), min(ended_at)
      from session where token_hash = ${tokenHash}
      on conflict (token_hash, participant_id) do update set editor_id = excluded.editor_id
    `.execute(trx)
  })
}

export async function endSession(db: Kysely<Tables>, tokenHash: Buffer): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute()
}
