import type { Fact, Figures, Item, KreisFacts } from '../../schemas/kreisbericht.ts'
import { isGiven } from './amount.ts'
import { breakdowns } from './breakdown.ts'
import type { SurveyFacts } from './merge-facts.ts'
import { scopeOf } from './points.ts'
import { endOf, inOrder, timeKey } from './time.ts'

/** The years of which facts speak, the newest first. */
export const yearsOf = ({ figures = {}, ...facts }: SurveyFacts): number[] => {
  const all = [
    ...Object.values(figures).flat(),
    ...breakdownNames.flatMap((name) => (facts[name] ?? []).flatMap((one) => one.facts)),
  ]
  return [...new Set(all.map((fact) => Number(endOf(fact).slice(0, 4))))].sort((one, other) => other - one)
}

const breakdownNames = Object.keys(breakdowns) as (keyof typeof breakdowns)[]

/** What a report of a year tells: of each figure what is known at the end of some years, each told with its own time. */
export function factsAtEnds(facts: KreisFacts, years: readonly number[]): KreisFacts {
  const ends = years.map((year) => `${year}-12-31`)
  const figures: Figures = Object.fromEntries(
    Object.entries(facts.figures ?? {}).map(([name, series]) => [name, series.filter(knownAt(series, ends))]),
  )
  const parts = Object.fromEntries(breakdownNames.map((name) => [name, itemsAt(facts[name] ?? [], ends)]))
  return { ...facts, figures, ...parts }
}

/** Parts of a whole stand at the times of the whole: of some that have not been asked again the old ones are left out. */
function itemsAt(items: readonly Item[], ends: readonly string[]): Item[] {
  const isKnown = knownAt(
    items.flatMap(({ facts }) => facts),
    ends,
  )
  return items.flatMap(({ label, facts }): Item[] => {
    const [first, ...more] = facts.filter(isKnown)
    return first === undefined ? [] : [{ label, facts: [first, ...more] }]
  })
}

/** Whether a fact is of the newest time of its scope before an end; where nothing is given then, also of the newest at which something is. */
function knownAt(facts: readonly Fact[], ends: readonly string[]): (fact: Fact) => boolean {
  const keyOf = (fact: Fact) => `${scopeOf(fact)} ${timeKey(fact)}`
  const inTime = facts.toSorted(inOrder)
  const known = new Set(
    facts.flatMap((fact) =>
      ends.flatMap((end) => {
        const before = inTime.filter((one) => scopeOf(one) === scopeOf(fact) && endOf(one) <= end)
        return [before.at(-1), before.findLast(isGiven)].flatMap((one) => (one === undefined ? [] : [keyOf(one)]))
      }),
    ),
  )
  return (fact) => known.has(keyOf(fact))
}
