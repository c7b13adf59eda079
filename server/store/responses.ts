import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { withoutOrigin } from '../domain/pseudonym.ts'
import { unitBehind, unitKreis } from './asked-unit.ts'
import { waveEndsAt } from './frist.ts'
import { isRestricted } from './restricted.ts'

/**
 * Everybody who is asked, with the unit behind them, of a person the Verbund, its Kreis, and when they first answered. Those whose origin is cut
 * off count as if one Verbund stood behind all of them. Whose whole form is restricted has not answered, as everywhere.
 */
const asked = sql`
  select p.wave_id, coalesce(${sql.raw(unitBehind)}, '') as contributor,
    coalesce(${sql.raw(unitKreis)}, ${withoutOrigin}) as kreis,
    s.first_at, ${sql.raw(isRestricted('p.id', 'null'))} as restricted
  from participant p
  left join (
    select participant_id, min(submitted_at) as first_at from submission_in(null) group by participant_id
  ) s on s.participant_id = p.id`

/** How many are asked and have answered at least once. `contributors` are the units or Verbünde behind the answers. */
export interface Response {
  asked: number
  submitted: number
  contributors: number
}

const counts = sql`count(contributor) as asked, count(first_at) as submitted,
  count(distinct contributor) filter (where first_at is not null) as contributors`

export interface WaveResponse extends Response {
  id: string
  survey: string
  surveyVersion: string
  stichtag: string | null
  frist: string
  state: 'created' | 'open' | 'closed'
  synthetic: boolean
  test: boolean
  running: boolean
  /** Whole forms that nothing is to be done with for the time being. */
  restricted: number
}

/** The waves without trials, or the one named, with what came in. */
export async function listResponses(db: Db, wave?: string): Promise<WaveResponse[]> {
  const { rows } = await sql<WaveResponse>`
    select w.id, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist, w.state, w.synthetic, w.test,
      now() < ${waveEndsAt} as running, ${counts}, count(*) filter (where restricted) as restricted
    from wave w left join (${asked}) a on a.wave_id = w.id
    where w.id = ${wave ?? null} or (${wave ?? null}::text is null and not w.test)
    group by w.id order by w.id
  `.execute(db)
  return rows
}

export interface PartResponse extends Response {
  /** The key of a Kreis, or a day. */
  part: string
}

export async function responsesByKreis(db: Db, wave: string): Promise<PartResponse[]> {
  const { rows } = await sql<PartResponse>`
    select kreis as part, ${counts} from (${asked}) a where wave_id = ${wave} group by kreis order by kreis
  `.execute(db)
  return rows
}

/** The days on which somebody answered for the first time. */
export async function responsesByDay(db: Db, wave: string): Promise<PartResponse[]> {
  const { rows } = await sql<PartResponse>`
    select (first_at at time zone 'Europe/Berlin')::date as part, ${counts}
    from (${asked}) a where wave_id = ${wave} and first_at is not null group by part order by part
  `.execute(db)
  return rows
}
