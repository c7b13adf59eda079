import type { Fact, Figures, Item } from '../../schemas/kreisbericht.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { isFew } from '../disclosure/fewest.ts'
import type { SurveyFacts } from './merge-facts.ts'

/** Figures of a year that a Kreis has signed, and from how many they are; unsigned without sums. */
export interface SignedYear {
  title: string
  year: number
  /** The day of the sign-off. */
  signed: string | undefined
  sums: ReadonlyMap<string, { value: number; from: number; of: number }>
  /** How consultations were held: their labels by figure. */
  kinds: ReadonlyMap<string, string>
  /** What recipients give of their own, here the Kreis alone gives: it tells of nobody else. */
  isOwn: boolean
}

/** Which figure of the way is told as what, of the whole year or of its last day, and whether a person or a recipient gives it. */
const signedFigures: Readonly<Record<string, { figure: keyof Figures; time: 'year' | 'end'; from: From }>> = {
  vzae: { figure: 'staffVzae', time: 'end', from: 'recipient' },
  zielpersonen: { figure: 'targetPersons', time: 'end', from: 'recipient' },
  erreicht: { figure: 'reachedPersons', time: 'year', from: 'person' },
  beratungen: { figure: 'consultations', time: 'year', from: 'person' },
  plaene: { figure: 'integrationPlans', time: 'year', from: 'person' },
  zuwendung: { figure: 'grantUsed', time: 'year', from: 'recipient' },
}

type From = 'person' | 'recipient'

export const tooFew = 'Was einzelne Personen verriete, bleibt verdeckt'
const tooFewRecipients = 'Was einzelne Zuwendungsempfänger verriete, bleibt verdeckt'

/** What a Kreis has signed of the Kennzahlen of its persons and recipients; what is not signed is missing. */
export function factsFromSigned(years: readonly SignedYear[]): Pick<SurveyFacts, 'figures' | 'consultationKinds'> {
  const figures: Partial<Record<keyof Figures, Fact[]>> = {}
  const kinds = new Map<string, Fact[]>()
  for (const one of years) {
    for (const [variable, { figure, time, from }] of Object.entries(signedFigures))
      figures[figure] = [...(figures[figure] ?? []), { ...timeOf(one, time), ...signedFact(one, variable, from) }]
    for (const [variable, label] of one.kinds)
      kinds.set(label, [
        ...(kinds.get(label) ?? []),
        { ...timeOf(one, 'year'), ...signedFact(one, variable, 'person') },
      ])
  }
  const consultationKinds = [...kinds].map(([label, facts]) => ({ label, facts: facts as Item['facts'] }))
  return { figures, consultationKinds }
}

const timeOf = ({ year }: SignedYear, time: 'year' | 'end') => ({
  ...(time === 'end' ? { at: `${year}-12-31` } : { from: `${year}-01-01`, until: `${year}-12-31` }),
  scope: 'nach den Kennzahlen',
})

function signedFact({ title, year, signed, sums, isOwn }: SignedYear, variable: string, giver: From): Fact {
  const name = `${title} ${year}`
  if (signed === undefined) return { value: null, why: 'Der Kreis hat sie noch nicht freigegeben', origin: name }
  const { value, from, of } = sums.get(variable) ?? { value: 0, from: 0, of: 0 }
  const named = `${name}, freigegeben am ${formatDate(signed)}`
  const origin = `${named}, aus ${from} von ${of} Angaben`
  if (from === 0) return { value: null, why: 'Niemand hat etwas angegeben', origin }
  if (isFew(from) && !(giver === 'recipient' && isOwn))
    return { value: null, why: giver === 'person' ? tooFew : tooFewRecipients, origin: named }
  return { value, ...(from < of && { precision: 'least' as const }), origin }
}
