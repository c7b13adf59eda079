import type { Db } from '../../database/database.ts'

/** A drawn sample of texts that a second person is to code. */
export interface CodingSample {
  id: number
  fields: string[]
  seed: number
  share: number
  atLeast: number
  texts: number
  by: string | null
  at: Date
}

export async function listSamples(db: Db, wave: string): Promise<CodingSample[]> {
  return db
    .selectFrom('coding_sample as s')
    .leftJoin('staff.account as a', 'a.id', 's.account_id')
    .select(['s.id', 's.fields', 's.seed', 's.share', 's.at_least as atLeast', 'a.name as by', 's.at'])
    .select(({ selectFrom }) =>
      selectFrom('coding_sample_text as t')
        .whereRef('t.sample_id', '=', 's.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('texts'),
    )
    .where('s.wave_id', '=', wave)
    .orderBy('s.id')
    .execute()
}

/** The texts that were drawn in a wave, in whichever sample. */
export async function drawnTexts(db: Db, wave: string): Promise<Set<number>> {
  const rows = await db
    .selectFrom('coding_sample_text as t')
    .innerJoin('coding_sample as s', 's.id', 't.sample_id')
    .select('t.text_id as text')
    .where('s.wave_id', '=', wave)
    .execute()
  return new Set(rows.map(({ text }) => text))
}

interface NewSample {
  wave: string
  fields: readonly string[]
  seed: number
  share: number
  atLeast: number
  texts: readonly number[]
  by: number | undefined
}

export async function addSample(trx: Db, sample: NewSample): Promise<number> {
  const { wave, fields, seed, share, atLeast, texts, by } = sample
  const { id } = await trx
    .insertInto('coding_sample')
    .values({ wave_id: wave, fields: [...fields], seed, share, at_least: atLeast, account_id: by ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let start = 0; start < texts.length; start += 5_000)
    await trx
      .insertInto('coding_sample_text')
      .values(texts.slice(start, start + 5_000).map((text) => ({ sample_id: id, text_id: text })))
      .execute()
  return id
}
