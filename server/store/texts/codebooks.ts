import { sql } from 'kysely'
import type { Category } from '../../../analysis/texts/codebook/category.ts'
import type { Change } from '../../../analysis/texts/codebook/change.ts'
import type { Db } from '../../database/database.ts'
import { nextCodingState } from './coding-state.ts'

/** A codebook as it is now, with the fields whose texts are coded by it. */
export interface CurrentCodebook {
  id: number
  title: string
  versionId: number
  /** Of its newest version. */
  number: number
  categories: Category[]
  fields: string[]
}

export async function listCodebooks(db: Db, wave: string): Promise<CurrentCodebook[]> {
  const { rows } = await sql<CurrentCodebook>`
    select c.id, c.title, v.id as "versionId", v.number, v.categories, coalesce(q.fields, '{}') as fields
    from codebook c
    join lateral (select * from codebook_version v where v.codebook_id = c.id order by v.number desc limit 1) v on true
    left join (
      select codebook_id, array_agg(field order by field) as fields from (
        select distinct on (field) field, codebook_id from codebook_question where wave_id = ${wave} order by field, id desc
      ) newest group by codebook_id
    ) q on q.codebook_id = c.id
    where c.wave_id = ${wave} order by c.title, c.id`.execute(db)
  return rows
}

export interface CodebookVersion {
  id: number
  number: number
  categories: Category[]
  changes: Change[]
  by: string | null
  at: Date
}

/** All versions of a codebook, the first one first. */
export async function versionsOf(db: Db, codebook: number): Promise<CodebookVersion[]> {
  const { rows } = await sql<CodebookVersion>`
    select v.id, v.number, v.categories, v.changes, a.name as by, v.at
    from codebook_version v left join staff.account a on a.id = v.account_id
    where v.codebook_id = ${codebook} order by v.number`.execute(db)
  return rows
}

interface NewCodebook {
  wave: string
  title: string
  categories: readonly Category[]
  by: number | undefined
}

export async function addCodebook(trx: Db, { wave, title, categories, by }: NewCodebook): Promise<number> {
  const { id } = await trx
    .insertInto('codebook')
    .values({ wave_id: wave, title, account_id: by ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(trx, { codebook: id, number: 1, categories, changes: [], by })
  return id
}

interface NewVersion {
  codebook: number
  number: number
  categories: readonly Category[]
  changes: readonly Change[]
  by: number | undefined
}

/** Whether it was still the next one: of two who change the same version one is refused. */
export async function addVersion(trx: Db, version: NewVersion): Promise<boolean> {
  const { rows } = await sql<{ number: number }>`
    select v.number from codebook_version v where v.codebook_id = ${version.codebook}
    order by v.number desc limit 1 for key share`.execute(trx)
  if (rows[0]?.number !== version.number - 1) return false
  return (await insertVersion(trx, version)) > 0
}

async function insertVersion(trx: Db, { codebook, number, categories, changes, by }: NewVersion): Promise<number> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('codebook_version')
    .values({
      codebook_id: codebook,
      number,
      categories: JSON.stringify(categories),
      changes: JSON.stringify(changes),
      account_id: by ?? null,
      state: await nextCodingState(trx),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

/** From now on the texts of a field are coded by this codebook; null: by none. */
export async function assignCodebook(
  trx: Db,
  { wave, field, codebook, by }: { wave: string; field: string; codebook: number | null; by: number | undefined },
): Promise<void> {
  await trx
    .insertInto('codebook_question')
    .values({
      wave_id: wave,
      field,
      codebook_id: codebook,
      account_id: by ?? null,
      state: await nextCodingState(trx),
    })
    .execute()
}
