import type { Interval } from './interval.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { pairedDifferences } from './paired-differences.ts'
import { wilsonInterval } from './wilson-interval.ts'

interface Share {
  count: number
  share: number
  interval: Interval
}

export interface ChangeShares {
  n: number
  risen: Share
  fallen: Share
  unchanged: Share
}

/**
 * Shares of the pairs that rose, fell or stayed as they were, with Wilson intervals.
 *
 *   #{dᵢ > 0}/n, #{dᵢ < 0}/n, #{dᵢ = 0}/n
 *
 * Assumes independent pairs. Undefined for n = 0. Source: see wilsonInterval.
 * @example changeShares([1, 1, 1, 1], [2, 0, 3, 1]).risen
 * // { count: 2, share: 0.5, interval: [0.1500390, 0.8499610] }, rounded
 */
export function changeShares(
  before: readonly number[],
  after: readonly number[],
  level = 0.95,
): ChangeShares | NotDefined {
  const differences = pairedDifferences(before, after)
  const n = differences.length
  if (n === 0) return notDefined('no-values')
  const shareOf = (sign: number): Share => {
    const count = differences.filter((difference) => Math.sign(difference) === sign).length
    return { count, share: count / n, interval: wilsonInterval(count, n, level) as Interval }
  }
  return { n, risen: shareOf(1), fallen: shareOf(-1), unchanged: shareOf(0) }
}
