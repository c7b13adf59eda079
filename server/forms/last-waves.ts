import type { Pool } from 'pg'
import type { LastWave } from '../../surveys/answer/surroundings.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { lastSubmissions } from '../store/last-wave.ts'
import type { DataUsed } from '../store/submissions-in.ts'
import { earlierSurvey } from './form.ts'
import { heldNow } from './last-wave.ts'

/** What everybody answered in the survey that this one continues, in a state of the data, by unit. */
export async function lastWaves(
  pool: Pool,
  { instrument: now, synthetic }: { instrument: Instrument; synthetic: boolean },
  used: DataUsed,
): Promise<ReadonlyMap<string, LastWave>> {
  const earlier = earlierSurvey(await loadConcordances(), now)
  if (earlier === undefined) return new Map()
  const versions = new Map<string, Instrument | undefined>()
  const last = new Map<string, LastWave>()
  for (const found of await lastSubmissions(pool, { survey: earlier.survey, synthetic }, used)) {
    const { unit, surveyVersion } = found
    if (!versions.has(surveyVersion)) versions.set(surveyVersion, await loadInstrument(earlier.survey, surveyVersion))
    const before = versions.get(surveyVersion)
    if (before !== undefined) last.set(unit, heldNow({ earlier, now }, found, before))
  }
  return last
}
