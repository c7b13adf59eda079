import type { Instrument } from '../compile/instrument.ts'
import { loadInstrument } from '../definition/load.ts'
import { conceptsOf } from './concepts.ts'
import { sourcesOf } from './concordance.ts'
import { loadConcordances } from './load-concordances.ts'

/** The concepts of a survey, by the names of its variables. */
export async function loadConcepts(instrument: Instrument): Promise<Map<string, string>> {
  const concordances = await loadConcordances()
  const sources = await Promise.all(
    sourcesOf(concordances, instrument.id).map(async (id) => {
      const source = await loadInstrument(id)
      return source === undefined ? [] : [{ instrument: source, concepts: await loadConcepts(source) }]
    }),
  )
  return conceptsOf(instrument, concordances, ...sources.flat())
}
