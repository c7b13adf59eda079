import type { Fact, Figures } from '../../schemas/kreisbericht.ts'
import { type Amount, amount, isGiven } from './amount.ts'
import { changeOf, changeWords } from './change.ts'
import { type Noun, nouns } from './german.ts'
import type { Notes } from './notes.ts'
import { before, type Point, pointsOf, scopeWords } from './points.ts'
import type { Sentence } from './report.ts'
import { areComparable, isExpected } from './time.ts'

/** How a figure is told. */
export interface Measure {
  name: keyof Figures
  /** At the head of a column, and where it is missing. */
  label: string
  noun: Noun
  /** The verb of what was, in both numbers; what is to come has 'wird' and 'werden'. */
  verb: readonly [one: string, many: string]
  /** What closes the sentence, of what was and of what is to come. */
  end: string
  endExpected: string
}

export const measures = {
  targetPersons: {
    name: 'targetPersons',
    label: 'Personen der Zielgruppe',
    noun: nouns.person,
    verb: ['gehörte', 'gehörten'],
    end: 'zur Zielgruppe',
    endExpected: 'zur Zielgruppe gehören',
  },
  caredPersons: {
    name: 'caredPersons',
    label: 'Betreute Personen',
    noun: nouns.person,
    verb: ['wurde', 'wurden'],
    end: 'betreut',
    endExpected: 'betreut',
  },
  personsWithPlan: {
    name: 'personsWithPlan',
    label: 'Personen mit Integrationsplan',
    noun: nouns.person,
    verb: ['hatte', 'hatten'],
    end: 'einen Integrationsplan',
    endExpected: 'einen Integrationsplan haben',
  },
  reachedPersons: {
    name: 'reachedPersons',
    label: 'Erreichte Personen',
    noun: nouns.person,
    verb: ['wurde', 'wurden'],
    end: 'erreicht',
    endExpected: 'erreicht',
  },
  consultations: {
    name: 'consultations',
    label: 'Beratungen',
    noun: nouns.consultation,
    verb: ['wurde', 'wurden'],
    end: 'geführt',
    endExpected: 'geführt',
  },
  integrationPlans: {
    name: 'integrationPlans',
    label: 'Integrationspläne',
    noun: nouns.plan,
    verb: ['wurde', 'wurden'],
    end: 'erstellt',
    endExpected: 'erstellt',
  },
} as const satisfies Partial<Record<keyof Figures, Measure>>

interface Telling {
  asOf: string
  notes: Notes
}

/** A figure at all its times: what it was first, and what it was then, with what it is more or less. */
export function measureSentences(facts: readonly Fact[], measure: Measure, { asOf, notes }: Telling): Sentence[] {
  const points = pointsOf([facts.filter(isGiven)])
  return points.flatMap((point) => {
    const [fact] = point.facts
    if (fact === undefined) return []
    const told = amount(fact, measure.noun)
    const stated = { text: told.text, origin: fact.origin }
    const when = notes.when(point.time, asOf)
    const earlier = before(points, point, 0)
    const follows = earlier !== undefined && areComparable(earlier, fact)
    const change = follows ? changeWords(changeOf(earlier, fact), measure.noun) : undefined
    const { start, end } = frame({ point, fact, told, follows, measure, asOf })
    return [notes.sentence(`${when} ${start} `, stated, `${end}${change === undefined ? '' : `, also ${change}`}.`)]
  })
}

interface Framed {
  point: Point
  fact: Fact
  told: Amount
  /** It is told after the one before. */
  follows: boolean
  measure: Measure
  asOf: string
}

function frame({ point, fact, told: { singular }, follows, measure, asOf }: Framed): { start: string; end: string } {
  const expected = isExpected(fact, asOf)
  const will = singular ? 'wird' : 'werden'
  if (follows)
    return expected
      ? { start: `${will} es voraussichtlich`, end: ' sein' }
      : { start: `${singular ? 'war' : 'waren'} es`, end: '' }
  const scope = scopeWords(point.scope)
  return expected
    ? { start: `${will} voraussichtlich`, end: ` ${measure.endExpected}${scope}` }
    : { start: measure.verb[singular ? 0 : 1], end: ` ${measure.end}${scope}` }
}
