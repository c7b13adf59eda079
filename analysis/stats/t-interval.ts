import { assertShare } from './given.ts'
import type { Interval } from './interval.ts'
import { tQuantile } from './t-quantile.ts'

/**
 * Interval of an estimate whose standard error is itself estimated.
 *
 *   estimate ± t₍₁₊level₎/₂,df · se
 *
 * Assumes that estimate/se follows Student's t.
 * @example tInterval(1, 0.5, 9) // [-0.1310786, 2.1310786], rounded
 */
export function tInterval(estimate: number, se: number, df: number, level = 0.95): Interval {
  assertShare(level)
  const reach = tQuantile((1 + level) / 2, df) * se
  return [estimate - reach, estimate + reach]
}
