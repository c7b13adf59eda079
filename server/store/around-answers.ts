import type { Pool } from 'pg'
import { ofWave } from './answers-query.ts'
import { literal } from './quoted.ts'
import { type DataUsed, stateExpression, submissionsIn } from './submissions-in.ts'

/** Who has submitted in a wave, with what is known beside the answers: the inhabitants, and the newest answers of an earlier survey. */
export interface AroundAnswers {
  unit: string
  einwohner: number | null
  /** Null where the unit answered in no wave of the earlier survey. */
  last: { wave: string; surveyVersion: string; answers: Record<string, number | string | true> } | null
}

interface AroundWhat {
  wave: string
  synthetic: boolean
  /** The survey that this one continues. */
  earlier: string | undefined
}

/** The register and the last wave beside the answers of a wave, in a state of the data. */
export async function readAroundAnswers(
  pool: Pool,
  { wave, synthetic, earlier = '' }: AroundWhat,
  used: DataUsed,
  account?: number,
): Promise<AroundAnswers[]> {
  const { rows } = await pool.query<AroundAnswers>(
    `select n.unit, g.population as einwohner, l.last
     from (
       select distinct p.unit, p.gkz, p.gemeinde_valid_from
       from ${submissionsIn(used)} s join participant p on p.id = s.participant_id
       where ${ofWave(wave, account)}
     ) n
     left join gemeinde_in(${stateExpression(used.state)}) g on g.gkz = n.gkz and g.valid_from = n.gemeinde_valid_from
     left join (
       select distinct on (p.unit) p.unit,
         jsonb_build_object('wave', w.id, 'surveyVersion', s.survey_version, 'answers', s.answers) as last
       from ${submissionsIn(used)} s
       join participant p on p.id = s.participant_id
       join wave w on w.id = p.wave_id and w.survey = ${literal(earlier)} and w.synthetic = $1 and not w.test
       order by p.unit, coalesce(w.stichtag, w.frist) desc, s.revision desc
     ) l on l.unit = n.unit
     order by n.unit`,
    [synthetic],
  )
  return rows
}
