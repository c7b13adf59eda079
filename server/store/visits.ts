import { type Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import type { Justification } from '../../surveys/submission.ts'
import { idleMinutes, longestHours } from '../domain/session-token.ts'
import type { Tables } from '../tables.ts'
import { prepared } from './prepared.ts'

/** A session with all that a page of its form needs, read in one statement. */
export interface Visit {
  participantId: number
  editorId: number | null
  editor: string | null
  gkz: string
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
  secondsLeft: number
  /** The last request was noted more than a minute ago. */
  stale: boolean
  now: Date
  rev: number
  savedAt: Date | null
  typed: Record<string, string> | null
  justifications: Justification[] | null
}

/** One column of JSON: for the driver twenty small columns are more work than one large one. */
const find = prepared<
  [tokenHash: Buffer],
  { visit: Omit<Visit, 'now' | 'savedAt'> & { now: string; savedAt: string | null } }
>(
  'find_visit',
  `select to_json(v) as visit from (select s.participant_id as "participantId", s.editor_id as "editorId", e.label as editor, p.gkz,
     w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist, w.synthetic,
     w.state = 'open' and now() < w.ends_at as open,
     w.frist - (now() at time zone 'Europe/Berlin')::date as "daysLeft",
     s.ended_at is null and w.state = 'open' and now() < least(s.ends_at, s.seen_at + interval '${idleMinutes} minutes') as alive,
     extract(epoch from least(s.ends_at, s.seen_at + interval '${idleMinutes} minutes') - now())::integer as "secondsLeft",
     now() - s.seen_at > interval '1 minute' as stale, now() as now,
     d.rev, d.saved_at as "savedAt",
     (select json_object_agg(v.field, v.value) from draft_value v where v.participant_id = s.participant_id) as typed,
     (select json_agg(json_build_object('check', j.check_id, 'values', j.values, 'reason', j.reason, 'text', j.body))
        from (select distinct on (check_id) check_id, values, reason, body from justification
              where participant_id = s.participant_id order by check_id, id desc) j) as justifications
   from session s
   join participant p on p.id = s.participant_id
   join wave w on w.id = p.wave_id
   join draft d on d.participant_id = s.participant_id
   left join contact.editor e on e.id = s.editor_id
   where s.token_hash = $1) v`,
)

export async function findVisit(pool: Pool, tokenHash: Buffer): Promise<Visit | undefined> {
  const [row] = await find(pool, tokenHash)
  if (row === undefined) return undefined
  const { now, savedAt } = row.visit
  return { ...row.visit, now: new Date(now), savedAt: savedAt === null ? null : new Date(savedAt) }
}

/** Notes that the visitor is still there. Comes back with the seconds until the session ends. */
export async function touchSession(pool: Pool, tokenHash: Buffer): Promise<number> {
  const { rows } = await pool.query<{ secondsLeft: number }>(
    `update session set seen_at = now() where token_hash = $1
     returning extract(epoch from least(ends_at, seen_at + interval '${idleMinutes} minutes') - now())::integer as "secondsLeft"`,
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
    await trx
      .insertInto('session')
      .values({
        token_hash: tokenHash,
        participant_id: participantId,
        editor_id: found?.id ?? null,
        ends_at: sql`now() + make_interval(hours => ${longestHours})`,
      })
      .execute()
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
