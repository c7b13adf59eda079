import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Db } from '../database/database.ts'
import { presentGemeindenInVerbuende } from '../store/registry-rows.ts'

/** What is known of one who answers before anything is asked. */
export interface Facts {
  unit: string
  /** Of the Kommune, or of the Antragsverbund. */
  name: string
  einwohner: number
  /** The Kommunen that the unit is responsible for, as a list of them is kept. */
  gemeinden: string[]
  /** The numbers of an earlier wave, by the names that they have in this survey. */
  earlier?: ReadonlyMap<string, number>
  /** What was chosen or written there, by the names and codes of this one. */
  chosen?: ReadonlyMap<string, string | true>
}

/** The facts of all Kommunen, or of all Antragsverbünde, by key. */
export async function readFacts(db: Db, unit: Instrument['unit']): Promise<ReadonlyMap<string, Facts>> {
  const gemeinden = await presentGemeindenInVerbuende(db)
  const facts = new Map<string, Facts>()
  for (const { gkz, name, population, verbund, verbundName } of gemeinden) {
    const key = unit === 'gemeinde' ? gkz : verbund
    if (key === null) continue
    const known = facts.get(key) ?? {
      unit: key,
      name: unit === 'gemeinde' ? name : (verbundName ?? key),
      einwohner: 0,
      gemeinden: [],
    }
    known.einwohner += population ?? 0
    known.gemeinden.push(`${gkz} ${name}`)
    facts.set(key, known)
  }
  return facts
}
