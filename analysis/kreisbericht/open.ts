import type { Fact, Figures, KreisFacts } from '../../schemas/kreisbericht.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { isGiven } from './amount.ts'
import { type BreakdownName, breakdowns } from './breakdown.ts'
import { ended, listed, tidy } from './german.ts'
import { measures } from './measures.ts'
import type { Notes } from './notes.ts'
import { scopeOf, scopeWords } from './points.ts'
import type { Block, Sentence } from './report.ts'
import { timeKey, whenWords } from './time.ts'

/** What is not settled, and which figures a reader would look for in vain. */
export function openBlocks(facts: KreisFacts, notes: Notes): Block[] {
  const points = (facts.open ?? []).map(({ text, until, origin }): Sentence => {
    const words = `${ended(tidy(text))}${until === undefined ? '' : ` Zu klären bis ${formatDate(until)}.`}`
    return origin === undefined ? notes.sentence(words) : notes.sentence({ text: words, origin })
  })
  const missing = [...missingFacts(facts).map((one) => missingSentence(one, facts.asOf, notes)), ...absent(facts)]
  return [
    ...(points.length === 0 ? [] : [{ kind: 'list' as const, label: 'Offene Punkte', items: points }]),
    ...(missing.length === 0 ? [] : [{ kind: 'list' as const, label: 'Was noch nicht beziffert ist', items: missing }]),
  ]
}

const figureLabels: Record<keyof Figures, string> = {
  staffPersons: 'Personen im Integrationsmanagement',
  staffVzae: 'VZÄ im Integrationsmanagement',
  targetPersons: measures.targetPersons.label,
  caredPersons: measures.caredPersons.label,
  personsWithPlan: measures.personsWithPlan.label,
  reachedPersons: measures.reachedPersons.label,
  consultations: measures.consultations.label,
  integrationPlans: measures.integrationPlans.label,
  grantGranted: 'Bewilligte Fördermittel',
  grantUsed: 'Verwendete Fördermittel',
}

interface MissingFact {
  label: string
  fact: Fact
}

/** What surveys ask beside; nobody misses it elsewhere. */
const besides: readonly (keyof Figures)[] = ['caredPersons', 'personsWithPlan']

const figureNames = Object.keys(figureLabels) as (keyof Figures)[]
const breakdownNames = Object.keys(breakdowns) as BreakdownName[]

function missingFacts(facts: KreisFacts): MissingFact[] {
  const ofItems = (name: BreakdownName) => {
    const items = facts[name] ?? []
    const missing = items.flatMap(({ label, facts: own }) =>
      own.filter((fact) => !isGiven(fact)).map((fact) => ({ label: tidy(label), fact })),
    )
    const alike = new Map<string, typeof missing>()
    for (const one of missing) {
      const { scope = '', origin, why = '' } = one.fact
      const key = JSON.stringify([timeKey(one.fact), scope, origin, why])
      alike.set(key, [...(alike.get(key) ?? []), one])
    }
    return [...alike.values()].flatMap((group): MissingFact[] => {
      const [first] = group
      if (first === undefined) return []
      const which = group.length === items.length ? '' : `, ${listed(group.map(({ label }) => label))}`
      return [{ label: `${breakdowns[name].label}${which}`, fact: first.fact }]
    })
  }
  const ofFigures = figureNames.flatMap((name) =>
    (facts.figures?.[name] ?? []).map((fact) => ({ label: figureLabels[name], fact })),
  )
  return [...ofFigures, ...breakdownNames.flatMap(ofItems)].filter(({ fact }) => !isGiven(fact))
}

function missingSentence({ label, fact }: MissingFact, asOf: string, notes: Notes): Sentence {
  const why = fact.why === undefined ? '' : ` Grund: ${ended(tidy(fact.why))}`
  const head = `${label}${scopeWords(scopeOf(fact))}, ${whenWords(fact, asOf)}: keine Angabe.`
  return notes.sentence({ text: `${head}${why}`, origin: fact.origin })
}

/** Of what nothing at all is said. */
function absent(facts: KreisFacts): Sentence[] {
  const sentence = (label: string): Sentence => [{ text: `${label}: keine Angabe.`, notes: [] }]
  const isEmpty = (list: readonly unknown[] | undefined) => list === undefined || list.length === 0
  const noProviders = isEmpty(facts.providers) && isEmpty(facts.kommunenByProvider)
  return [
    ...(noProviders ? [sentence('Träger des Integrationsmanagements')] : []),
    ...figureNames
      .filter((name) => isEmpty(facts.figures?.[name]) && !besides.includes(name))
      .map((name) => sentence(figureLabels[name])),
    ...(isEmpty(facts.consultationKinds) ? [sentence(breakdowns.consultationKinds.label)] : []),
    ...(isEmpty(facts.topics) && isEmpty(facts.frequentTopics) ? [sentence(breakdowns.topics.label)] : []),
    ...(isEmpty(facts.housing) ? [sentence(breakdowns.housing.label)] : []),
  ]
}
