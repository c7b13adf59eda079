import type { Db } from '../database/database.ts'
import { hasRealVerbund, presentGemeinden, presentKreise } from '../store/registry-rows.ts'
import { storeImNummern, storeVerbuende } from '../store/verbuende.ts'
import { inventImNummern, inventVerbuende } from './invent-verbuende.ts'

/** Fills the registry with invented Antragsverbünde and numbers, unless it has real ones. */
export async function loadVerbuende(db: Db): Promise<void> {
  if (await hasRealVerbund(db)) return
  const gemeinden = await presentGemeinden(db)
  const kreise = await presentKreise(db)
  const kommunen = gemeinden.map(({ population, ...one }) => ({ ...one, einwohner: population ?? 0 }))
  const members = inventVerbuende(kommunen, kreise)
  await db.transaction().execute(async (trx) => {
    await storeVerbuende(trx, members, { synthetic: true })
    await storeImNummern(trx, inventImNummern(members, kommunen))
  })
}
