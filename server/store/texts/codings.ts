import { sql } from 'kysely'
import type { Db } from '../../database/database.ts'
import type { Mark } from '../../database/text-tables.ts'
import { nextCodingState } from './coding-state.ts'
import type { TextsOf } from './list-texts.ts'

interface NewCoding {
  text: number
  version: number
  /** Null: taken back. */
  marks: readonly Mark[] | null
  by: number
  undoes?: number
}

/** Keeps what somebody gave a text, in place of what they gave it before. */
export async function addCoding(trx: Db, { text, version, marks, by, undoes }: NewCoding): Promise<void> {
  await trx
    .insertInto('coding')
    .values({
      text_id: text,
      version_id: version,
      marks: marks === null ? null : JSON.stringify(marks),
      account_id: by,
      state: await nextCodingState(trx),
      ...(undoes !== undefined && { undoes }),
    })
    .execute()
}

/** What an account coded last in a wave and did not take back, with what held of its text before. */
export async function lastOwnCoding(db: Db, wave: string, by: number) {
  const { rows } = await sql<{
    id: number
    text: number
    version: number
    before: Mark[] | null
  }>`
    with standing as (
      select c.* from coding c join written_text t on t.id = c.text_id
      where c.account_id = ${by} and t.wave_id = ${wave} and c.undoes is null
        and not exists (select from coding u where u.undoes = c.id)
    )
    select s.id, s.text_id as text, coalesce(b.version_id, s.version_id) as version, b.marks as before
    from standing s left join lateral (
      select * from standing b where b.text_id = s.text_id and b.id < s.id order by b.id desc limit 1
    ) b on true
    order by s.id desc limit 1`.execute(db)
  return rows[0]
}

/** What each coder gave a text, by the version of the codebook that they used. */
export interface GivenCoding {
  text: number
  field: string
  coder: string
  coderId: number
  version: number
  marks: Mark[]
  at: Date
}

/** The codings that hold of the texts of some fields. */
export async function codingsOf(db: Db, { wave, asOf }: TextsOf, fields: readonly string[]): Promise<GivenCoding[]> {
  const { rows } = await sql<GivenCoding>`
    with current as materialized (
      select root, field from text_in(${wave}, ${asOf}::bigint) where field = any(${[...fields]}::text[])
    )
    select c.text_id as text, t.field, a.name as coder, a.id as "coderId", c.version_id as version, c.marks, c.at
    from coding_in(${asOf}::bigint) c join current t on t.root = c.text_id join staff.account a on a.id = c.account_id
    order by c.text_id, c.id`.execute(db)
  return rows
}

/** How equal texts were coded: each with the categories that somebody gave, by how often. Of texts that two are to code only the own ones. */
export async function givenToEqual(
  db: Db,
  wave: string,
  { text, by }: { text: number; by: number },
): Promise<{ category: string; count: number }[]> {
  const { rows } = await sql<{ category: string; count: number }>`
    select m ->> 'category' as category, count(*)::integer as count
    from written_text own join written_text other
      on other.wave_id = own.wave_id and other.field = own.field and other.folded = own.folded and other.id <> own.id
    join coding_in(null) c on c.text_id = other.id
    cross join lateral jsonb_array_elements(c.marks) m
    where own.id = ${text} and own.wave_id = ${wave}
      and (c.account_id = ${by} or not exists (select from coding_sample_text d where d.text_id in (own.id, other.id)))
    group by 1 order by 2 desc, 1`.execute(db)
  return rows
}

/** What somebody decided of a text on which its coders differ. */
export interface Settlement {
  text: number
  category: string
  holds: boolean
  why: string
  by: string
  at: Date
}

/** What was decided where coders differ, the newest of each. */
export async function settlementsOf(db: Db, { wave, asOf }: TextsOf): Promise<Settlement[]> {
  const { rows } = await sql<Settlement>`
    select distinct on (s.text_id, s.category) s.text_id as text, s.category, s.holds, s.why, a.name as by, s.at
    from coding_settlement s join written_text t on t.id = s.text_id join staff.account a on a.id = s.account_id
    where t.wave_id = ${wave} and (${asOf}::bigint is null or s.state <= ${asOf}::bigint)
    order by s.text_id, s.category, s.id desc`.execute(db)
  return rows
}

export async function settle(
  trx: Db,
  { text, category, holds, why, by }: { text: number; category: string; holds: boolean; why: string; by: number },
): Promise<void> {
  await trx
    .insertInto('coding_settlement')
    .values({ text_id: text, category, holds, why, account_id: by, state: await nextCodingState(trx) })
    .execute()
}
