import type { GroupMeans } from './group-differences.ts'
import type { Interval } from './interval.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { tInterval } from './t-interval.ts'
import { type TTest, tTest } from './t-test.ts'

export interface PairDifference {
  /** Mean of the second minus mean of the first. */
  difference: number
  se: number
  interval: Interval
  test: TTest
}

/**
 * How far the means of two of several groups are apart: Welch's t test, also of means that hang together.
 *
 *   d = mₗ − mₖ,   se² = Vₖₖ + Vₗₗ − 2Vₖₗ,   df = (Vₖₖ+Vₗₗ)² / (Vₖₖ²/fₖ + Vₗₗ²/fₗ)
 *
 * Assumes what groupDifferences does. Undefined where neither varies. R: t.test(second, first).
 * @example pairDifference({ means: [0, 2], covariance: [[0.5, 0], [0, 0.5]], dfs: [9, 9] }, [0, 1]).test
 * // { t: 2, df: 18, p: 0.0608215 }, rounded
 */
export function pairDifference(
  { means, covariance, dfs }: GroupMeans,
  [first, second]: readonly [number, number],
  level = 0.95,
): PairDifference | NotDefined {
  const at = (row: number, column: number) => (covariance[row] as readonly number[])[column] as number
  const [a, b] = [at(first, first), at(second, second)]
  const variance = a + b - 2 * at(first, second)
  if (!(variance > 0)) return notDefined('no-variation')
  const difference = (means[second] as number) - (means[first] as number)
  const se = Math.sqrt(variance)
  const df = (a + b) ** 2 / (a ** 2 / (dfs[first] as number) + b ** 2 / (dfs[second] as number))
  return { difference, se, interval: tInterval(difference, se, df, level), test: tTest(difference, se, df) }
}
