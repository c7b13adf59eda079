import type { Fact, Figures } from '../../schemas/kreisbericht.ts'
import type { Described, VariableDescription } from '../compare/describe-wave.ts'
import { isTold, type Told } from '../disclosure/hidden.ts'
import type { SurveyFacts } from './merge-facts.ts'

/** A question of a survey, described for the Kommunen of one Kreis as far as it may be told. */
export interface DescribedQuestion {
  id: string
  /** What the survey is called, and the question in it. */
  survey: string
  number: string
  /** The Stichtag of the wave, else the day until which it was answered. */
  day: string
  state: number
  described: readonly VariableDescription[]
  /** What its items are called in it, by variable. */
  items: ReadonlyMap<string, string>
}

/** Which questions say something of a Kreis: a sum, how persons live, and who runs the Integrationsmanagement. */
const sums: Readonly<Record<string, keyof Figures>> = {
  zp_gesamt: 'targetPersons',
  im_gesamt: 'caredPersons',
  im_plan: 'personsWithPlan',
}
const housing = 'zp_unterbringung'
const staff: Readonly<Record<string, keyof Figures>> = { nach_personen: 'staffPersons', nach_vzae: 'staffVzae' }
const providers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  zustaendig: {
    kommune: 'die eigene Verwaltung',
    landkreis: 'der Landkreis',
    traeger: 'ein freier Träger',
    andere: 'eine andere Stelle',
  },
  organisation: {
    kommune: 'die eigene Verwaltung',
    landratsamt: 'der Landkreis',
    landratsamt_traeger: 'ein freier Träger im Auftrag des Landkreises',
    traeger: 'ein freier Träger',
    sonstiges: 'eine andere Stelle',
  },
}

export const questionsOfReport: readonly string[] = [
  ...Object.keys(sums),
  housing,
  ...Object.keys(staff),
  ...Object.keys(providers),
]

/** So that they are never held against figures that somebody else has counted. */
const scope = 'nach Angaben der Kommunen'

const tooFew = 'Was einzelne Kommunen verriete, bleibt verdeckt'
const countedTwice = 'Ein Team des Landkreises steht in jeder seiner Kommunen; eine Summe zählte es mehrfach'

/** The facts in what Kommunen answered: sums that know what is missing in them, and reasons where there is none. */
export function factsFrom(
  questions: readonly DescribedQuestion[],
): Pick<SurveyFacts, 'figures' | 'housing' | 'kommunenByProvider'> {
  const figures: Partial<Record<keyof Figures, Fact[]>> = {}
  const parts = { housing: new Map<string, Fact[]>(), kommunenByProvider: new Map<string, Fact[]>() }
  const add = (list: Map<string, Fact[]>, label: string, fact: Fact) => {
    list.set(label, [...(list.get(label) ?? []), fact])
  }
  for (const question of questions) {
    const [first] = question.described
    if (first === undefined || question.described.every(({ total }) => total.n === 0)) continue
    const sum = sums[question.id]
    if (sum !== undefined) figures[sum] = [...(figures[sum] ?? []), sumFact(question, first.total)]
    const uncounted = staff[question.id]
    if (uncounted !== undefined)
      figures[uncounted] = [
        ...(figures[uncounted] ?? []),
        { ...base(question, first.total), value: null, why: countedTwice },
      ]
    if (question.id === housing)
      for (const { variable, total } of question.described)
        add(parts.housing, question.items.get(variable.name) ?? variable.label, sumFact(question, total))
    const words = providers[question.id]
    if (words !== undefined)
      for (const [label, fact] of providerFacts(question, first.total, words))
        add(parts.kommunenByProvider, label, fact)
  }
  const itemsOf = (list: Map<string, Fact[]>) =>
    [...list].map(([label, facts]) => ({ label, facts: facts as [Fact, ...Fact[]] }))
  return { figures, housing: itemsOf(parts.housing), kommunenByProvider: itemsOf(parts.kommunenByProvider) }
}

function base(
  { survey, number, day, state }: DescribedQuestion,
  { n, units }: Described,
): Pick<Fact, 'at' | 'scope' | 'origin'> {
  const many = isTold(n) && isTold(units) ? `${n} von ${units} Kommunen` : 'weniger als drei Kommunen'
  return { at: day, scope, origin: `${survey}, ${number}, ${many}, Datenstand ${state}` }
}

/** Where somebody has not answered, a sum is a least one. */
const precisionOf = ({ n, units }: Described) => (n === units ? {} : { precision: 'least' as const })

/** That there are at least none. */
const saysNothing = (count: Told<number>, { n, units }: Described) => count === 0 && n !== units

function sumFact(question: DescribedQuestion, total: Described): Fact {
  const fact = base(question, total)
  const { result } = total
  if (result?.kind !== 'number' || !('sum' in result.level.total)) return { ...fact, value: null, why: tooFew }
  return { ...fact, value: result.level.total.sum, ...precisionOf(total) }
}

function providerFacts(
  question: DescribedQuestion,
  total: Described,
  words: Readonly<Record<string, string>>,
): [label: string, fact: Fact][] {
  const fact = base(question, total)
  const { result } = total
  if (result?.kind !== 'category') return []
  return result.distribution.categories.flatMap(({ code, count }): [string, Fact][] => {
    const label = words[code]
    if (label === undefined || saysNothing(count, total)) return []
    return [
      [label, isTold(count) ? { ...fact, value: count, ...precisionOf(total) } : { ...fact, value: null, why: tooFew }],
    ]
  })
}
