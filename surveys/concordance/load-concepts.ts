import type { Instrument } from '../compile/instrument.ts'
import { loadInstrument } from '../definition/load.ts'
import { conceptsOf } from './concepts.ts'
import { predecessorOf } from './concordance.ts'
import { loadConcordances } from './load-concordances.ts'

/** The concepts of a survey, by the names of its variables. */
export async function loadConcepts(instrument: Instrument): Promise<Map<string, string>> {
  const concordances = await loadConcordances()
  const id = predecessorOf(concordances, instrument.id)
  const before = id === undefined ? undefined : await loadInstrument(id)
  if (before === undefined) return conceptsOf(instrument, concordances)
  return conceptsOf(instrument, concordances, { instrument: before, concepts: await loadConcepts(before) })
}
