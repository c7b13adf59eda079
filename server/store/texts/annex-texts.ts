import { sql } from 'kysely'
import type { Category } from '../../../analysis/texts/codebook/category.ts'
import type { Change } from '../../../analysis/texts/codebook/change.ts'
import type { SubmissionContent } from '../../../surveys/answer/submission.ts'
import type { Db } from '../../database/database.ts'

/** A wave in a state of the data. */
interface OfState {
  wave: string
  asOf: number
}

/** A text, with whoever wrote it. */
export interface AnnexSource {
  id: number
  field: string
  /** Null of a file. */
  unit: string | null
  verbund: string | null
  /** Of a file: which, and where it stands there. */
  source: number | null
  place: string | null
  /** What was released of it, and holds. */
  released: string | null
}

/** The texts of a wave with what was released of them. What was withdrawn since is not printed again in an earlier state either. */
export async function annexSources(db: Db, { wave, asOf }: OfState): Promise<AnnexSource[]> {
  const { rows } = await sql<AnnexSource>`
    select t.root as id, t.field, p.unit, left(p.im_nummer, 6) as verbund, t.source_id as source, t.place, r.wording as released
    from text_in(${wave}, ${asOf}::bigint) t left join participant p on p.id = t.participant_id
    left join text_release r on r.text_id = t.root and r.released_at is not null and r.ended_at is null
      and r.state <= ${asOf}::bigint
    order by t.root, t.id`.execute(db)
  return rows
}

export interface AnsweredUnit extends Pick<SubmissionContent, 'answers' | 'comments'> {
  unit: string
}

/** What everybody who took part answered, with the corrections of the office. */
export async function answersBeside(db: Db, { wave, asOf }: OfState): Promise<AnsweredUnit[]> {
  const { rows } = await sql<AnsweredUnit>`
    select distinct on (p.id) p.unit, s.answers, s.comments
    from submission_read(${asOf}::bigint, true) s join participant p on p.id = s.participant_id
    where p.wave_id = ${wave} order by p.id, s.revision desc`.execute(db)
  return rows
}

/** By which codebook the texts of a field are coded, with all its versions up to a state. */
export interface CodebookInState {
  id: number
  title: string
  fields: string[]
  versions: { id: number; number: number; categories: Category[]; changes: Change[] }[]
}

export async function codebooksIn(db: Db, { wave, asOf }: OfState): Promise<CodebookInState[]> {
  const { rows } = await sql<CodebookInState>`
    select c.id, c.title, q.fields, v.versions from codebook c
    join (
      select codebook_id, array_agg(field order by field) as fields from (
        select distinct on (field) field, codebook_id from codebook_question
        where wave_id = ${wave} and state <= ${asOf}::bigint order by field, id desc
      ) newest group by codebook_id
    ) q on q.codebook_id = c.id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'number', number, 'categories', categories, 'changes', changes)
        order by number) as versions
      from codebook_version where codebook_id = c.id and state <= ${asOf}::bigint
    ) v
    where v.versions is not null order by c.id`.execute(db)
  return rows
}
