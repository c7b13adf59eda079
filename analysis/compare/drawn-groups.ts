import type { Grouping } from '../groups/grouping.ts'
import type { Drawn, Population } from './population.ts'

interface Whole {
  population: Population | undefined
  from: string
  to: string
  /** The units that are meant, and how many of some have a value in both waves. */
  indices: readonly number[]
  pairsIn(indices: readonly number[]): number
}

/** Whether a unit was asked in both waves. */
export const askedIn =
  (population: Population | undefined, from: string, to: string) =>
  (index: number): boolean =>
    population?.kind === 'asked' && [from, to].every((wave) => population.asked.get(wave)?.[index] === 1)

/**
 * What is known of all, and of each group. A group of the register has a known size, and so its own share of those who were asked; of a
 * group that is defined by answers only those are known who gave them, so it takes the share of all. Where some of a group were not
 * asked in both waves, all of it count: with how many were, it would follow why the few others have no value.
 */
export function drawnOf(
  { population, from, to, indices, pairsIn }: Whole,
  grouping: Grouping | undefined,
): { total: Drawn; ofGroup(indices: readonly number[]): Drawn } {
  if (population?.kind !== 'asked') {
    const drawn = population?.clusters === undefined ? {} : { clusters: population.clusters }
    return { total: drawn, ofGroup: () => drawn }
  }
  const { frame } = population
  const asked = frame.filter(askedIn(population, from, to))
  // Who meets a filter by answers is known only of those who answered: with all who were asked the correction is rather too small.
  const isOfWhole = frame.length === indices.length
  const total = { observed: { pairs: pairsIn(indices), of: asked.length }, isOfWhole }
  return {
    total,
    ofGroup: (own) => {
      if (!grouping?.isOfKnownSize) return total
      const codes = new Set(own.map((index) => grouping.of[index]))
      const of = frame.filter((index) => codes.has(grouping.of[index])).length
      return { observed: { pairs: pairsIn(own), of }, isOfWhole: false }
    },
  }
}
