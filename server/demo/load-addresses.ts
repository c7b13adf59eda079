import type { Db } from '../database/database.ts'
import { keepAddresses, presentAddresses } from '../store/addresses.ts'
import { presentGemeindenInVerbuende } from '../store/registry-rows.ts'
import { inventAddresses } from './invent-addresses.ts'

/** Invented addresses for all Kommunen and Antragsverbünde, unless there is one already. */
export async function loadAddresses(db: Db): Promise<void> {
  if ((await presentAddresses(db)).length > 0) return
  const gemeinden = await presentGemeindenInVerbuende(db)
  const kommunen = gemeinden.map(({ gkz, name }) => ({ key: gkz, name }))
  const keys = new Set(kommunen.map(({ key }) => key))
  const verbuende = new Map(
    gemeinden.flatMap(({ verbund, verbundName }) => (verbund === null ? [] : [[verbund, verbundName ?? verbund]])),
  )
  // An Antragsverbund that bears the key of its first Kommune has the address of that one.
  const landkreise = [...verbuende].filter(([key]) => !keys.has(key)).map(([key, name]) => ({ key, name }))
  await keepAddresses(db, inventAddresses(kommunen, landkreise), { source: 'file' })
}
