import { assertGiven, assertPaired } from './given.ts'
import type { Interval } from './interval.ts'
import { moments } from './moments.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { tInterval } from './t-interval.ts'
import { type TTest, tTest } from './t-test.ts'

interface PairedChange {
  /** Number of pairs. */
  n: number
  before: number
  after: number
  /** Mean of after − before. */
  change: number
  /** Standard deviation of the changes, and standard error of their mean. */
  sd: number | NotDefined
  se: number | NotDefined
  interval: Interval | NotDefined
  test: TTest | NotDefined
}

/**
 * Mean change of pairs, its t interval and the paired t test of no change.
 *
 *   d̄ ± t₍₁₊level₎/₂,n−1 · s/√n,   t = d̄ / (s/√n)   with d = after − before, s² = Σ(dᵢ−d̄)²/(n−1)
 *
 * Assumes independent pairs, and changes near the normal distribution or many pairs. Undefined for n = 0; without
 * spread, sd, se and interval for n = 1; without test, where all change alike. Student (1908), Biometrika 6, 1–25; R:
 * t.test(after, before, paired = TRUE).
 * @example pairedChange([1, 2, 3], [2, 4, 6]).test // { t: 3.464102, df: 2, p: 0.0741799 }, rounded
 */
export function pairedChange(
  before: readonly number[],
  after: readonly number[],
  level = 0.95,
): PairedChange | NotDefined {
  assertPaired(before, after)
  assertGiven(before, 'before')
  assertGiven(after, 'after')
  if (before.length === 0) return notDefined('no-values')
  const { n, mean: change, squares } = moments(after.map((value, index) => value - (before[index] as number)))
  const means = { n, before: moments(before).mean, after: moments(after).mean, change }
  if (n === 1) {
    const none = notDefined('too-few-values')
    return { ...means, sd: none, se: none, interval: none, test: none }
  }
  const sd = Math.sqrt(squares / (n - 1))
  const se = sd / Math.sqrt(n)
  return {
    ...means,
    sd,
    se,
    interval: tInterval(change, se, n - 1, level),
    test: se === 0 ? notDefined('no-variation') : tTest(change, se, n - 1),
  }
}
