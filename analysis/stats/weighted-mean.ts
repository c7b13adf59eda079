import { assertGiven, assertPaired, assertWeights } from './given.ts'
import type { Interval } from './interval.ts'
import { isNoise } from './is-noise.ts'
import { linearisedError } from './linearised-error.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'
import { tInterval } from './t-interval.ts'

export interface WeightedMean {
  /** How many cases the mean is of. */
  n: number
  mean: number
  se: number | NotDefined
  /** Student's t with n − 1 degrees of freedom. */
  interval: Interval | NotDefined
}

export interface WeightingOptions {
  level?: number
  /** What the margins leave that the weights were fitted to (see calibrationResiduals); else the weights are taken as given. */
  residuals?: ((influence: readonly number[]) => number[]) | undefined
  /** Which cases of the sample the mean is of: all, unless given. What the others have for a value does not matter. */
  domain?: readonly boolean[] | undefined
}

/**
 * Weighted mean of a sample, or of a part of it (a domain), with its standard error.
 *
 *   m = Σwᵢxᵢ/Σwᵢ over the domain,   zᵢ = xᵢ − m in the domain, 0 outside,
 *   se = √(n/(n−1) · Σ(wᵢeᵢ − mean of these)²)/Σwᵢ over all n cases of the sample,
 *   with e = z, or what the margins leave of z (see calibrationResiduals)
 *
 * A domain is never treated as a sample of its own: the totals of the margins are known for the whole, not within each
 * domain. Weights as plain data (no `residuals`) overstate the error of post-stratified or raked means of what the margins
 * explain. Assumes independent cases drawn with replacement, who all counted alike before the weights. Undefined for an empty domain; se for one of a single case,
 * and where the cases differ by no more than rounding. R: survey::svymean(~x, subset(design, domain)) with svydesign(~1)
 * and postStratify or rake, the interval with df = n of the domain − 1.
 * @example weightedMean([1, 2, 6], [1, 1, 2]).mean // 3.75
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
  { level = 0.95, residuals, domain }: WeightingOptions = {},
): WeightedMean | NotDefined {
  assertWeights(values, weights)
  if (domain !== undefined) assertPaired(values, domain, 'values and domain')
  const isMeant = (_: number, index: number) => domain?.[index] ?? true
  const meant = values.filter(isMeant)
  assertGiven(meant)
  const n = meant.length
  if (n === 0) return notDefined('no-values')
  const own = weights.filter(isMeant)
  const total = sum(own)
  const mean = sum(meant.map((value, index) => value * (own[index] as number))) / total
  if (n === 1) return { n, mean, se: notDefined('too-few-values'), interval: notDefined('too-few-values') }
  const influence = values.map((value, index) => (isMeant(value, index) ? value - mean : 0))
  const se = linearisedError(residuals?.(influence) ?? influence, weights, total)
  if (isNoise(se, meant)) return { n, mean, se: notDefined('no-variation'), interval: notDefined('no-variation') }
  return { n, mean, se, interval: tInterval(mean, se, n - 1, level) }
}
