import type { Instrument } from '../../surveys/compile/instrument.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Db } from '../database/database.ts'
import { earlierSurvey } from '../forms/form.ts'
import { heldNow } from '../forms/last-wave.ts'
import { inventedAnswers, numbersIn } from '../store/last-wave.ts'
import type { Facts } from './facts.ts'

/** What was invented for an earlier wave, by unit; what was chosen there only where the survey continues that one. */
export async function answeredBefore(
  db: Db,
  survey: string,
  now: Instrument,
): Promise<ReadonlyMap<string, Pick<Facts, 'earlier' | 'chosen'>>> {
  const before = await loadInstrument(survey)
  const earlier = earlierSurvey(await loadConcordances(), now)
  const chosenIn = (answers: Parameters<typeof heldNow>[1]['answers']): Pick<Facts, 'chosen'> => {
    if (before === undefined || earlier?.survey !== survey) return {}
    const { words } = heldNow({ earlier, now }, { wave: survey, stichtag: null, answers }, before)
    return words === undefined ? {} : { chosen: words }
  }
  return new Map(
    [...(await inventedAnswers(db, survey))].map(([unit, answers]) => [
      unit,
      { earlier: numbersIn(answers), ...chosenIn(answers) },
    ]),
  )
}
