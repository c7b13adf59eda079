import { clusteredMean } from './clustered-mean.ts'
import { assertGiven, assertPaired } from './given.ts'
import type { Interval } from './interval.ts'
import { isNoise } from './is-noise.ts'
import { moments } from './moments.ts'
import { isDefined, type NotDefined, notDefined, type Reason } from './not-defined.ts'
import { tInterval } from './t-interval.ts'
import { type TTest, tTest } from './t-test.ts'

export interface PairedChange {
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

export interface PairingOptions {
  level?: number
  /** Of a finite population, which share of it the pairs are: 0 where they stand for a process without end. */
  fraction?: number | undefined
  /** To which cluster each pair belongs, where those of one may hang together (see clusteredMean); then without a fraction. */
  clusters?: readonly string[] | undefined
}

/**
 * Mean change of pairs, its t interval and the paired t test of no change.
 *
 *   d̄ ± t₍₁₊level₎/₂,n−1 · s/√n · √(1−f),   t = d̄ / se   with d = after − before, s² = Σ(dᵢ−d̄)²/(n−1), f the fraction
 *
 * Assumes independent pairs, or clusters of pairs, and changes near the normal distribution or many pairs; with a fraction, that
 * those who are missing fell silent by chance. Undefined for n = 0; without spread, sd, se and interval for n = 1; without interval
 * and test where all change alike, but for rounding, and where the fraction is 1. Student (1908), Biometrika 6, 1–25; R:
 * t.test(after, before, paired = TRUE), with a fraction survey::svymean with fpc.
 * @example pairedChange([1, 2, 3], [2, 4, 6]).test // { t: 3.464102, df: 2, p: 0.0741799 }, rounded
 */
export function pairedChange(
  before: readonly number[],
  after: readonly number[],
  { level = 0.95, fraction = 0, clusters }: PairingOptions = {},
): PairedChange | NotDefined {
  assertPaired(before, after)
  assertGiven(before, 'before')
  assertGiven(after, 'after')
  if (before.length === 0) return notDefined('no-values')
  const differences = after.map((value, index) => value - (before[index] as number))
  const { n, mean: change, squares } = moments(differences)
  const means = { n, before: moments(before).mean, after: moments(after).mean, change }
  if (n === 1) {
    const reason = fraction === 1 ? 'no-sampling-error' : 'too-few-values'
    return { ...means, sd: notDefined('too-few-values'), ...without(reason) }
  }
  const sd = Math.sqrt(squares / (n - 1))
  if (fraction === 1) return { ...means, sd, ...without('no-sampling-error') }
  if (isNoise(sd, [...before, ...after])) return { ...means, sd: 0, ...without('no-variation'), se: 0 }
  const error = clusters === undefined ? undefined : clusteredMean(differences, clusters)
  if (error !== undefined && !isDefined(error)) return { ...means, sd, ...without('too-few-clusters') }
  const { se, df } = error ?? { se: (sd / Math.sqrt(n)) * Math.sqrt(1 - fraction), df: n - 1 }
  if (isNoise(se, [...before, ...after])) return { ...means, sd, ...without('no-variation') }
  return { ...means, sd, se, interval: tInterval(change, se, df, level), test: tTest(change, se, df) }
}

const without = (reason: Reason) => ({ se: notDefined(reason), interval: notDefined(reason), test: notDefined(reason) })
