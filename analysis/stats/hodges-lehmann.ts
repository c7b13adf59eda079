import { assertShare } from './given.ts'
import type { Interval } from './interval.ts'
import { normalQuantile } from './normal-quantile.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { pairedDifferences } from './paired-differences.ts'
import { signedRankShares } from './signed-rank-shares.ts'
import { walshAverage } from './walsh-average.ts'

interface HodgesLehmann {
  n: number
  /** The typical change. */
  estimate: number
  interval: Interval | NotDefined
}

/** From here on the exact place and the approximate one are at most one of tens of thousands of averages apart. */
const many = 300

/**
 * Typical change of pairs by Hodges and Lehmann, with the interval that belongs to the signed-rank test.
 *
 *   median of (dᵢ+dⱼ)/2 over i ≤ j; interval from the k-th smallest to the k-th largest of these averages,
 *   where k is the smallest with P(V ≤ k) ≥ (1−level)/2, from n = 300 on ⌊n(n+1)/4 − z·√(n(n+1)(2n+1)/24)⌋
 *
 * Assumes changes that are symmetric about their centre. Pairs without a change count, unlike in R, which leaves them
 * out and, where there are ties, prints the result of a root search. Undefined for n = 0; no interval where n is too
 * small to reach the level (n < 6 at 95 %). J. Hodges, E. Lehmann (1963), Annals of Mathematical Statistics 34,
 * 598–611; R: wilcox.test(after, before, paired = TRUE, conf.int = TRUE, exact = TRUE) without ties and zeros.
 * @example hodgesLehmann([0, 0, 0], [1, 2, 6]).estimate // 2.75
 */
export function hodgesLehmann(
  before: readonly number[],
  after: readonly number[],
  level = 0.95,
): HodgesLehmann | NotDefined {
  assertShare(level)
  const sorted = Float64Array.from(pairedDifferences(before, after)).sort()
  const n = sorted.length
  if (n === 0) return notDefined('no-values')
  const all = (n * (n + 1)) / 2
  const lower = walshAverage(sorted, Math.floor((all + 1) / 2))
  const upper = walshAverage(sorted, Math.floor(all / 2) + 1)
  const k = n < many ? exactPlace(n, (1 - level) / 2) : approximatePlace(n, (1 - level) / 2)
  const interval: Interval | NotDefined =
    k < 1 ? notDefined('too-few-values') : [walshAverage(sorted, k), walshAverage(sorted, all + 1 - k)]
  return { n, estimate: (lower + upper) / 2, interval }
}

/** Of the ranks 1 … n only the number matters, and the same few numbers come again and again. */
const known = new Map<string, number>()

function exactPlace(n: number, tail: number): number {
  const key = `${n} ${tail}`
  const place = known.get(key) ?? placeOf(signedRankShares(n), tail)
  known.set(key, place)
  return place
}

function placeOf(shares: Float64Array, tail: number): number {
  let place = 0
  for (let below = shares[0] as number; below < tail; below += shares[place] as number) place += 1
  return place
}

const approximatePlace = (n: number, tail: number) =>
  Math.floor((n * (n + 1)) / 4 + normalQuantile(tail) * Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24))
