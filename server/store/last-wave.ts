import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Db } from '../database/database.ts'
import { prepared } from './prepared.ts'
import { isRestricted } from './restricted.ts'
import { type DataUsed, submissionsIn } from './submissions-in.ts'

/** What a unit submitted last in a survey, with the wave in which it did. */
export interface LastSubmission {
  wave: string
  survey: string
  surveyVersion: string
  stichtag: string | null
  frist: string
  answers: Record<string, number | string | true>
}

const find = prepared<[survey: string, unit: string, synthetic: boolean], LastSubmission>(
  'last_submission',
  `select w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist, s.answers
   from participant p
   join wave w on w.id = p.wave_id and w.survey = $1 and w.synthetic = $3 and not w.test
   join submission s on s.participant_id = p.id
   where p.unit = $2
   order by coalesce(w.stichtag, w.frist) desc, s.revision desc limit 1`,
)

/** The newest submission of a unit in any wave of a survey. What is invented stands beside nothing real, nor the other way. */
export async function lastSubmission(
  pool: Pool,
  survey: string,
  { unit, synthetic }: { unit: string; synthetic: boolean },
): Promise<LastSubmission | undefined> {
  return (await find(pool, survey, unit, synthetic))[0]
}

/** The newest submission of each unit in any wave of a survey, in a state of the data. */
export async function lastSubmissions(
  pool: Pool,
  { survey, synthetic }: { survey: string; synthetic: boolean },
  used: DataUsed,
): Promise<(LastSubmission & { unit: string })[]> {
  const { rows } = await pool.query<LastSubmission & { unit: string }>(
    `select distinct on (p.unit) p.unit, w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist, s.answers
     from participant p
     join wave w on w.id = p.wave_id and w.survey = $1 and w.synthetic = $2 and not w.test
     join ${submissionsIn(used)} s on s.participant_id = p.id
     order by p.unit, coalesce(w.stichtag, w.frist) desc, s.revision desc`,
    [survey, synthetic],
  )
  return rows
}

/** What the newest submissions of all units in a survey say, by unit: the invented ones alone. */
export async function inventedAnswers(db: Db, survey: string): Promise<ReadonlyMap<string, LastSubmission['answers']>> {
  const { rows } = await sql<{ unit: string; answers: LastSubmission['answers'] }>`
    select distinct on (p.unit) p.unit, s.answers
    from submission s
    join participant p on p.id = s.participant_id
    join wave w on w.id = p.wave_id and w.survey = ${survey} and w.synthetic and not w.test
    order by p.unit, coalesce(w.stichtag, w.frist) desc, s.revision desc`.execute(db)
  return new Map(rows.map(({ unit, answers }) => [unit, answers]))
}

/** The numbers among them. */
export async function numbersOfSurvey(
  db: Db,
  survey: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  return new Map([...(await inventedAnswers(db, survey))].map(([unit, answers]) => [unit, numbersIn(answers)]))
}

/** The numbers among some answers. */
export function numbersIn(answers: Record<string, unknown>): ReadonlyMap<string, number> {
  return new Map(Object.entries(answers).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}

/** The versions of a survey in which waves have asked it, without trials. */
export async function versionsAsked(db: Db, survey: string, synthetic: boolean): Promise<VersionAsked[]> {
  return db
    .selectFrom('wave')
    .select(['survey', 'survey_version as surveyVersion'])
    .select(sql<string | null>`min(stichtag)`.as('stichtag'))
    .select(sql<string>`min(frist)`.as('frist'))
    .where('survey', '=', survey)
    .where('synthetic', '=', synthetic)
    .where('test', '=', false)
    .groupBy(['survey', 'survey_version'])
    .execute()
}

interface VersionAsked {
  survey: string
  surveyVersion: string
  stichtag: string | null
  frist: string
}

/**
 * One number of the newest submission of each unit in a survey, null where that has none or its use is restricted. `names` says what it
 * is called in each version.
 */
export async function lastNumbers(
  db: Db,
  { survey, synthetic, names }: { survey: string; synthetic: boolean; names: Readonly<Record<string, string>> },
): Promise<ReadonlyMap<string, number | null>> {
  const { rows } = await sql<{ unit: string; value: number | null }>`
    with named as (select key as version, value as field from jsonb_each_text(${JSON.stringify(names)}::jsonb)),
    newest as (
      select distinct on (p.unit) p.unit, p.id, n.field, s.answers -> n.field as given
      from submission s
      join participant p on p.id = s.participant_id
      join wave w on w.id = p.wave_id and w.survey = ${survey} and w.synthetic = ${synthetic} and not w.test
      left join named n on n.version = w.survey_version
      order by p.unit, coalesce(w.stichtag, w.frist) desc, s.revision desc
    )
    select unit, case when jsonb_typeof(given) = 'number' and not ${sql.raw(isRestricted('id', 'field'))}
      then given::double precision end as value
    from newest`.execute(db)
  return new Map(rows.map(({ unit, value }) => [unit, value]))
}
