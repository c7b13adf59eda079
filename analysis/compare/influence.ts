import { meanInfluence } from '../stats/mean-influence.ts'
import { isDefined } from '../stats/not-defined.ts'
import { pairedDifferences } from '../stats/paired-differences.ts'
import { trimmedMean } from '../stats/trimmed-mean.ts'
import { changeOf } from './paired-part.ts'
import type { Drawn } from './population.ts'

/** A unit with a value in both waves. */
export interface Pair {
  index: number
  /** Its key. */
  unit: string
  before: number
  after: number
}

type ChangeWithout = ReturnType<typeof changeOf>

/** A unit that moves the mean change, and the change of all others. */
export interface MovingUnit extends Pair {
  without: ChangeWithout
}

/** How far the mean change hangs on single units, without weights. */
export interface Influence {
  pairs: readonly Pair[]
  /** The units that move it most, the first one furthest. */
  most: MovingUnit[]
  /** The change of all but these. */
  without: ChangeWithout
  /** The mean of what is left without the tenth of the changes at each end, and whose changes are cut off. */
  trimmed: ReturnType<typeof trimmedMean>
  cut: readonly Pair[]
}

/** So many units are looked at. */
export const mostMoving = 5
/** The share that is cut off at each end. */
const trimmedShare = 0.1
/** Of fewer pairs five are no few that could be left out. */
export const fewestPairs = 20

/** Undefined for few pairs, or where all change alike. Whoever is left out counts as one who did not answer. */
export function influenceOf(
  pairs: readonly Pair[],
  { level, drawn }: { level: number; drawn: Drawn },
): Influence | undefined {
  if (pairs.length < fewestPairs) return undefined
  const [first, second] = [pairs.map(({ before }) => before), pairs.map(({ after }) => after)]
  const changes = pairedDifferences(first, second)
  const moves = meanInfluence(changes)
  if (!isDefined(moves) || moves.every((move) => move === 0)) return undefined
  const places = [...pairs.keys()]
  const most = places
    .toSorted((a, b) => Math.abs(moves[b] as number) - Math.abs(moves[a] as number))
    .slice(0, mostMoving)
  const sorted = places.toSorted((a, b) => (changes[a] as number) - (changes[b] as number))
  const cut = Math.floor(trimmedShare * pairs.length)
  const pairAt = (place: number) => pairs[place] as Pair
  const without = (left: readonly number[]) => {
    const kept = pairs.filter((_pair, place) => !left.includes(place))
    return changeOf(
      kept.map(({ before }) => before),
      kept.map(({ after }) => after),
      {
        level,
        paired: kept.map(({ index }) => index),
        drawn: withoutSome(drawn, left.length),
      },
    )
  }
  return {
    pairs,
    most: most.map((place) => ({ ...pairAt(place), without: without([place]) })),
    without: without(most),
    trimmed: trimmedMean(changes, trimmedShare),
    cut: [...sorted.slice(0, cut), ...sorted.slice(pairs.length - cut)].map(pairAt),
  }
}

/** What figures are drawn from, where some had not answered. */
export const withoutSome = (drawn: Drawn, left: number): Drawn => ({
  ...drawn,
  ...(drawn.observed && { observed: { ...drawn.observed, pairs: drawn.observed.pairs - left } }),
})
