import { assertGiven, assertShare, assertWeights } from './given.ts'
import type { Interval } from './interval.ts'
import { linearisedError } from './linearised-error.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'
import { tQuantile } from './t-quantile.ts'

export interface WeightedQuantile {
  n: number
  quantile: number
  /** Woodruff's interval. */
  interval: Interval | NotDefined
}

/** Sums of weights that differ by less than rounding are the same. */
const same = 1e-12

/**
 * Weighted quantile: the smallest value at or below which the share `p` of all weight lies, or the middle between it
 * and the next where it is exactly that share. The weighted median with equal weights is the median.
 *
 *   min{x: F(x) ≥ p}, F(x) = Σ{wᵢ: xᵢ ≤ x}/Σwᵢ;   interval: the quantiles at F(x_p) ± t₍₁₊level₎/₂,n−1 · se(F(x_p))
 *
 * The interval takes the error of the share below (see weightedMean) back to values; there is no standard error of its
 * own. Assumes independent cases. Undefined for n = 0; the interval for n = 1 and where it would pass 0 or 1. R.
 * Woodruff (1952), JASA 47, 635–646; R: survey::svyquantile(qrule = 'school', interval.type = 'mean'); Stata's
 * summarize, detail.
 * @example weightedQuantile([1, 2, 6, 7], [1, 1, 2, 1], 0.5).quantile // 6
 */
export function weightedQuantile(
  values: readonly number[],
  weights: readonly number[],
  p: number,
  level = 0.95,
): WeightedQuantile | NotDefined {
  assertGiven(values)
  assertWeights(values, weights)
  assertShare(p, 'p')
  assertShare(level)
  const n = values.length
  if (n === 0) return notDefined('no-values')
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number))
  const sorted = order.map((index) => values[index] as number)
  const ordered = order.map((index) => weights[index] as number)
  const quantile = quantileOf(sorted, ordered, p)
  if (n === 1) return { n, quantile, interval: notDefined('too-few-values') }
  const share = sum(ordered.filter((_, place) => (sorted[place] as number) <= quantile)) / sum(ordered)
  const residuals = sorted.map((value) => (value <= quantile ? 1 : 0) - share)
  const reach = tQuantile((1 + level) / 2, n - 1) * linearisedError(residuals, ordered)
  const [low, high] = [share - reach, share + reach]
  const interval: Interval | NotDefined =
    low > 0 && high < 1
      ? [quantileOf(sorted, ordered, low), quantileOf(sorted, ordered, high)]
      : notDefined('too-few-values')
  return { n, quantile, interval }
}

function quantileOf(sorted: readonly number[], weights: readonly number[], p: number): number {
  const wanted = p * sum(weights)
  let reached = 0
  for (const [place, weight] of weights.entries()) {
    reached += weight
    const value = sorted[place] as number
    if (Math.abs(reached - wanted) <= same * wanted) return (value + (sorted[place + 1] ?? value)) / 2
    if (reached > wanted) return value
  }
  return sorted[sorted.length - 1] as number
}
