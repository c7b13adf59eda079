import { type Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import type { Raw } from '../../surveys/answer/cell.ts'
import type { Justification } from '../../surveys/answer/submission.ts'
import type { Tables } from '../database/tables.ts'
import { idleMinutes, longestHours } from '../domain/session-token.ts'
import { type Saved, savedColumns, writeFields } from './drafts.ts'
import { type KnownDraft, keepDraft, knownDraft } from './known-drafts.ts'
import { prepared } from './prepared.ts'
import { together } from './together.ts'

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
  /** How often reasons were given. */
  reasons: number
  typed: Raw | null
  justifications: Justification[] | null
}

const sessionEnds = `least(s.ends_at, s.seen_at + interval '${idleMinutes} minutes')`
const isAlive = `s.ended_at is null and w.state = 'open' and now() < ${sessionEnds}`
const secondsLeft = `extract(epoch from ${sessionEnds} - now())::integer as "secondsLeft"`

/**
 * Whether the answers are those that are known already. The time tells apart revisions of the same number, as after a return
 * to a backup.
 */
const isKnown = `,
     d.rev = a.rev and d.reasons = a.reasons and date_trunc('milliseconds', d.saved_at) = a."savedAt" as "isKnown"`
const answers = `,
     (select json_object_agg(v.field, v.value) from draft_value v where v.participant_id = s.participant_id) as typed,
     (select json_agg(json_build_object('check', j.check_id, 'values', j.values, 'reason', j.reason, 'text', j.body))
        from (select distinct on (check_id) check_id, values, reason, body from justification
              where participant_id = s.participant_id order by check_id, id desc) j) as justifications`

/** Read as one column of JSON: for the driver twenty small columns are more work than one large one. */
const visits = (token: string, condition: string, more: string) =>
  `select s.participant_id as "participantId", s.editor_id as "editorId", e.label as editor, p.unit,
     w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist, w.synthetic,
     w.state = 'open' and now() < w.ends_at as open,
     w.frist - (now() at time zone 'Europe/Berlin')::date as "daysLeft",
     ${isAlive} as alive,
     exists (select from session o where o.token_hash = s.token_hash and o.participant_id <> s.participant_id) as several,
     ${secondsLeft},
     now() - s.seen_at > interval '1 minute' as stale, now() as now,
     d.rev, d.saved_at as "savedAt", d.reasons${more}
   from session s
   join participant p on p.id = s.participant_id
   join wave w on w.id = p.wave_id
   join draft d on d.participant_id = s.participant_id
   left join contact.editor e on e.id = s.editor_id
   where s.token_hash = ${token} and ${condition}`

type Answers = 'typed' | 'justifications'
type Dated<Of> = Omit<Of, 'now' | 'savedAt'> & { now: string; savedAt: string | null }
interface Row {
  place: number
  visit: Dated<Visit>
}
interface KnownRow {
  place: number
  visit: Dated<Omit<Visit, Answers>> & { isKnown: boolean | null }
}

type Place = Pick<Visit, 'wave' | 'unit'>

interface Asked {
  tokenHash: Buffer
  place: Place
  /** What is known of the answers. */
  known?: KnownDraft
  /** Texts to save. */
  typed?: Record<string, string>
}

/** Several visits, each looked up by itself whatever the planner thinks of their number. */
const visitsAsked = (more: string) =>
  `json_to_recordset($1::json)
     as a(place integer, token text, wave text, unit text, rev integer, reasons integer, "savedAt" timestamptz, typed json)
   cross join lateral (
     ${visits(`decode(a.token, 'hex')`, 'p.wave_id = a.wave and p.unit = a.unit', more)} offset 0) v`

/** Finds visits that are asked for at the same time by one statement. */
function findTogether<Found extends { place: number }>(name: string, text: string) {
  const find = prepared<[asked: string], Found>(name, text)
  return async (pool: Pool, asked: readonly Asked[]) => {
    const records = asked.map(({ tokenHash, place: { wave, unit }, known, typed }, place) => {
      const { rev, reasons, savedAt } = known ?? {}
      return { place, token: tokenHash.toString('hex'), wave, unit, rev, reasons, savedAt, typed }
    })
    const found: (Found | undefined)[] = asked.map(() => undefined)
    for (const row of await find(pool, JSON.stringify(records))) found[row.place] = row
    return found
  }
}

const findNew = together(
  findTogether<Row>('find_visits_at', `select a.place, to_json(v) as visit from ${visitsAsked(answers)}`),
)
const findKnown = together(
  findTogether<KnownRow>('find_known_visits', `select a.place, to_json(v) as visit from ${visitsAsked(isKnown)}`),
)
const findAll = prepared<[tokenHash: Buffer], Pick<Row, 'visit'>>(
  'find_visits',
  `select to_json(v) as visit from (${visits('$1', isAlive, answers)} order by wave, unit) v`,
)

/**
 * The visit of one form. The address names it, so that two tabs never take one Kommune for another. The answers are read only
 * where they are not the ones that are known already.
 */
export async function findVisit(pool: Pool, tokenHash: Buffer, place: Place): Promise<Visit | undefined> {
  const known = knownDraft(pool, place)
  if (known !== undefined) {
    const found = await findKnown(pool, { tokenHash, place, known })
    if (found === undefined) return undefined
    if (found.visit.isKnown) return knownVisit(pool, found, known)
  }
  const row = await findNew(pool, { tokenHash, place })
  if (row === undefined) return undefined
  const visit = dated(row.visit)
  keepAnswers(pool, visit, visit)
  return visit
}

/**
 * Saves with the same statement that finds the visit: whoever types alone sends texts made at the newest revision that we know,
 * and so nothing has to be read first. Where the visit is over, the Frist has ended or somebody else has saved, nothing is
 * saved, and the visit says why. Nobody waits in it for somebody else, since others wait for the same statement: a draft that is
 * locked is left for a statement of its own.
 */
const findAndSave = together(
  findTogether<KnownRow & RowOfSaved>(
    'find_visits_and_save',
    `with visit as materialized (
     select a.place, a.typed, v.*, to_json(v) as visit from ${visitsAsked(isKnown)}
   ), free as (
     select d.participant_id from draft d
     where d.participant_id in (select "participantId" from visit where alive and open and "isKnown")
     order by d.participant_id for update skip locked
   ), d as (
     update draft set rev = draft.rev + 1, saved_at = clock_timestamp()
     from free join visit on visit."participantId" = free.participant_id
     where draft.participant_id = free.participant_id and draft.rev = visit.rev
     returning draft.participant_id, draft.rev, draft.saved_at, visit."editorId" as editor, visit.typed
   ), ${writeFields({ sent: 'd.typed', ifField: 'v.rev < excluded.rev', editor: 'd.editor', taken: 'null' })}
   select place, visit, ${savedColumns} from visit left join d on d.participant_id = "participantId"`,
  ),
  ({ place: { wave, unit } }) => `${wave} ${unit}`,
)

interface RowOfSaved {
  rev: number | null
  savedAt: Date
  saved: string[] | null
}

/** Comes back with `saved` where the texts, made at the revision that is known, were saved. */
export async function findVisitAndSave(
  pool: Pool,
  tokenHash: Buffer,
  place: Place,
  known: KnownDraft,
  typed: Record<string, string>,
): Promise<{ visit: Visit | undefined; saved?: Saved }> {
  const row = await findAndSave(pool, { tokenHash, place, known, typed })
  if (row === undefined) return { visit: undefined }
  if (!row.visit.isKnown) return { visit: await findVisit(pool, tokenHash, place) }
  const visit = knownVisit(pool, row, known)
  return row.rev === null ? { visit } : { visit, saved: { rev: row.rev, savedAt: row.savedAt, saved: row.saved ?? [] } }
}

function knownVisit(pool: Pool, { visit: { isKnown, ...row } }: KnownRow, known: KnownDraft): Visit {
  const { typed, justifications } = known
  const visit = { ...dated(row), typed, justifications }
  keepDraft(pool, visit, known)
  return visit
}

/** Keeps the answers of a form as they are now known to be. */
export function keepAnswers(
  pool: Pool,
  visit: Visit,
  { rev, savedAt, typed }: Pick<Visit, 'rev' | 'savedAt' | 'typed'>,
): void {
  const { survey, surveyVersion, stichtag, frist, reasons, justifications } = visit
  if (savedAt === null || typed === null) return
  const pinned = { survey, surveyVersion, stichtag, frist }
  keepDraft(pool, visit, { pinned, rev, savedAt, typed, reasons, justifications })
}

/** The visits of all forms that somebody is logged in for. */
export async function findVisits(pool: Pool, tokenHash: Buffer): Promise<Visit[]> {
  return (await findAll(pool, tokenHash)).map(({ visit }) => dated(visit))
}

function dated<Of extends { now: string; savedAt: string | null }>(visit: Of) {
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

interface NewSession {
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
