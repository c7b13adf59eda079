import type { Fact, Figures, Item, KreisFacts } from '../../schemas/kreisbericht.ts'
import { type BreakdownName, breakdowns } from './breakdown.ts'
import { endOf, timeKey } from './time.ts'

/** What surveys or the register say of a Kreis; the day of which a report speaks is not theirs to settle. */
export type SurveyFacts = Omit<KreisFacts, 'asOf'>

/** The newest day of which any of the facts speaks; '' of none. */
export const newestDay = ({ figures = {}, ...facts }: SurveyFacts): string =>
  [
    ...Object.values(figures).flat(),
    ...breakdownNames.flatMap((name) => (facts[name] ?? []).flatMap((one) => one.facts)),
  ]
    .map(endOf)
    .reduce((newest, day) => (day > newest ? day : newest), '')

const breakdownNames = Object.keys(breakdowns) as BreakdownName[]

/** Facts of one's own, completed by what surveys or the register say until their day: of the same time one's own are right. */
export function mergeFacts(own: KreisFacts, surveys: SurveyFacts): KreisFacts {
  const isKnown = (fact: Fact) => endOf(fact) <= own.asOf
  const names = [...new Set([...Object.keys(own.figures ?? {}), ...Object.keys(surveys.figures ?? {})])]
  const figures: Figures = Object.fromEntries(
    (names as (keyof Figures)[]).map((name) => {
      const mine = own.figures?.[name] ?? []
      return [name, [...mine, ...added(mine, surveys.figures?.[name] ?? []).filter(isKnown)]]
    }),
  )
  const parts = Object.fromEntries(
    breakdownNames.map((name) => [name, mergeItems(own[name] ?? [], surveys[name] ?? [], isKnown)]),
  )
  return {
    ...own,
    figures,
    ...parts,
    ...(own.providers === undefined && surveys.providers !== undefined && { providers: surveys.providers }),
    ...(own.providers === undefined && surveys.open !== undefined && { open: [...(own.open ?? []), ...surveys.open] }),
    participation: [...(own.participation ?? []), ...(surveys.participation ?? [])],
    ...(surveys.invented && { invented: true }),
  }
}

/** What is missing in a survey is told only where nothing else is known. */
function added(mine: readonly Fact[], surveys: readonly Fact[]): Fact[] {
  const times = new Set(mine.map(timeKey))
  return surveys.filter((fact) => !times.has(timeKey(fact)) && (fact.value !== null || mine.length === 0))
}

function mergeItems(mine: readonly Item[], surveys: readonly Item[], isKnown: (fact: Fact) => boolean): Item[] {
  const times = new Set(mine.flatMap(({ facts }) => facts.map(timeKey)))
  const items = new Map(mine.map(({ label, facts }): [string, Fact[]] => [label, [...facts]]))
  for (const { label, facts } of surveys) {
    const more = facts.filter((fact) => !times.has(timeKey(fact)) && isKnown(fact))
    if (more.length > 0) items.set(label, [...(items.get(label) ?? []), ...more])
  }
  return [...items].map(([label, facts]) => ({ label, facts: facts as Item['facts'] }))
}
