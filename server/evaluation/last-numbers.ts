import type { Pool } from 'pg'
import { stillFits } from '../../surveys/answer/last-answers.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { type LastVariable, lastVariables, predecessorOf } from '../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { type AroundAnswers, readAroundAnswers } from '../store/around-answers.ts'
import type { DataUsed } from '../store/submissions-in.ts'

interface LastOf {
  wave: string
  instrument: Instrument
  synthetic: boolean
}

/** Who has submitted, each with a look at its numbers of the last wave, by the names that they have in this one. */
interface WithLast extends Omit<AroundAnswers, 'last'> {
  lastWave: string | null
  lastNumber(name: string): number | undefined
}

/** The numbers of the last wave of all who have submitted in this one, where they mean the same. */
export async function readLastNumbers(
  pool: Pool,
  { wave, instrument, synthetic }: LastOf,
  used: DataUsed,
  account?: number,
): Promise<WithLast[]> {
  const concordances = await loadConcordances()
  const earlier = predecessorOf(concordances, instrument.id)
  const found = await readAroundAnswers(pool, { wave, synthetic, earlier }, used, account)
  const namesIn = new Map<string, ReadonlyMap<string, LastVariable>>()
  for (const version of new Set(found.flatMap(({ last }) => last?.surveyVersion ?? []))) {
    const before = await loadInstrument(earlier ?? '', version)
    if (before !== undefined) namesIn.set(version, lastVariables(concordances, before, instrument))
  }
  return found.map(({ unit, einwohner, last }) => ({
    unit,
    einwohner,
    lastWave: last?.wave ?? null,
    lastNumber(name) {
      const asked = instrument.variable.get(name)
      const before = last === null ? undefined : namesIn.get(last.surveyVersion)?.get(name)?.before
      const value = before === undefined ? undefined : last?.answers[before]
      return typeof value === 'number' && asked !== undefined && stillFits(asked, value) ? value : undefined
    },
  }))
}
