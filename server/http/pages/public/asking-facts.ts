import type { Operator } from '../../../../schemas/operator.ts'
import type { FactView } from '../../../../views/page-data/operator-pages.ts'
import { mandatoryWords } from './mandatory-words.ts'
import { fact, factIfAny, notYet } from './words.ts'

/** Who asks, on whose behalf, why, whether one must, how long it takes: of all surveys, or of one that says more of itself. */
export function askingFacts(facts: Partial<Operator>, wave = ''): FactView[] {
  const { name = notYet, legalForm, client, funder, answering } = facts
  const own = { ...answering, ...facts.waves?.[wave] }
  return [
    fact('Wer fragt', legalForm === undefined ? name : `${name} (${legalForm})`),
    ...factIfAny('Im Auftrag von', client, (one) => [one.name]),
    ...factIfAny('Gefördert von', funder ?? null, (one) => [one.name]),
    fact('Wozu', own.purpose),
    fact('Müssen Sie antworten?', [mandatoryWords(own), ...(own.consequence === undefined ? [] : [own.consequence])]),
    ...factIfAny('Wie lange es dauert', own.effort ?? null, (effort) => [effort]),
  ]
}
