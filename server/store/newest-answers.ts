import { sql } from 'kysely'
import type { Justification } from '../../surveys/answer/justification.ts'
import type { SubmissionContent } from '../../surveys/answer/submission.ts'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'

/** What a participant submitted last, as far as it may be used. */
export interface NewestAnswers extends Pick<SubmissionContent, 'answers' | 'comments'> {
  unit: string
  surveyVersion: string
  justifications: Justification[]
}

/** Of all participants of a wave that an account works for, or of one of them. */
export async function newestAnswers(
  db: Db,
  { wave, unit, account }: { wave: string; unit?: string | undefined; account: number | undefined },
): Promise<NewestAnswers[]> {
  const { rows } = await sql<NewestAnswers>`
    select distinct on (p.unit) p.unit, s.survey_version as "surveyVersion", s.answers, s.comments, s.justifications
    from participant p join submission_in(null) s on s.participant_id = p.id
    where p.wave_id = ${wave} and ${unit === undefined ? sql`true` : sql`p.unit = ${unit}`} and ${sql.raw(worksFor(account))}
    order by p.unit, s.revision desc`.execute(db)
  return rows
}
