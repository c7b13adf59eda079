import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** The waves with who was asked and who has answered at least once. `contributors` are Kommunen or Verbünde. */
export async function listResponses(db: Kysely<Tables>) {
  const { rows } = await sql<WaveResponse>`
    select w.id, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist, w.state, w.synthetic,
      now() < w.ends_at as running, count(contributor) as asked, count(*) filter (where submitted) as submitted,
      count(distinct contributor) filter (where submitted) as contributors
    from wave w
    left join lateral (
      select coalesce(p.gkz, i.verbund) as contributor,
        exists (select from submission s where s.participant_id = p.id) as submitted
      from participant p left join im_nummer i on i.im_nummer = p.im_nummer where p.wave_id = w.id
    ) asked on true
    group by w.id order by w.id
  `.execute(db)
  return rows
}

export interface WaveResponse {
  id: string
  survey: string
  surveyVersion: string
  stichtag: string | null
  frist: string
  state: 'created' | 'open' | 'closed'
  synthetic: boolean
  running: boolean
  asked: number
  submitted: number
  contributors: number
}
