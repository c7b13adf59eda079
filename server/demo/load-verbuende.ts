import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { storeImNummern, storeVerbuende } from '../store/verbuende.ts'
import { inventImNummern, inventVerbuende } from './invent-verbuende.ts'

/** Fills the registry with invented Antragsverbünde and numbers, unless it has real ones. */
export async function loadVerbuende(db: Kysely<Tables>): Promise<void> {
  const real = await db.selectFrom('verbund').select('verbund').where('synthetic', '=', false).executeTakeFirst()
  if (real !== undefined) return
  const gemeinden = await db
    .selectFrom('gemeinde')
    .select(['gkz', 'name', 'population', 'valid_from'])
    .where('valid_to', 'is', null)
    .orderBy('gkz')
    .execute()
  const kreise = await db
    .selectFrom('kreis')
    .select(['kreis', 'name'])
    .where('valid_to', 'is', null)
    .orderBy('kreis')
    .execute()
  const kommunen = gemeinden.map(({ population, ...one }) => ({ ...one, einwohner: population ?? 0 }))
  const members = inventVerbuende(kommunen, kreise)
  await db.transaction().execute(async (trx) => {
    await storeVerbuende(trx, members, { synthetic: true })
    await storeImNummern(trx, inventImNummern(members, kommunen))
  })
}
