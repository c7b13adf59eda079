import { calibrationResiduals } from './calibration-residuals.ts'
import { assertGiven, assertWeights } from './given.ts'
import type { Interval } from './interval.ts'
import { linearisedError } from './linearised-error.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'
import { tInterval } from './t-interval.ts'

export interface WeightedMean {
  n: number
  mean: number
  se: number | NotDefined
  /** Student's t with n − 1 degrees of freedom. */
  interval: Interval | NotDefined
}

export interface WeightingOptions {
  level?: number
  /** The classes of the margins that the weights were fitted to; without them the weights are taken as given. */
  margins?: readonly (readonly string[])[]
}

/**
 * Weighted mean with its standard error.
 *
 *   m = Σwᵢxᵢ/Σwᵢ,   se = √(n/(n−1) · Σ(wᵢeᵢ)²)/Σwᵢ
 *   with e = x − m, or what the margins leave of x (see calibrationResiduals)
 *
 * Weights as plain data (no `margins`) overstate the error of post-stratified or raked means of what the margins
 * explain. Assumes independent cases drawn with replacement. Undefined for n = 0; se for n = 1. R: survey::svymean with
 * svydesign(~1), postStratify.
 * @example weightedMean([1, 2, 6], [1, 1, 2]).mean // 3.75
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
  { level = 0.95, margins = [] }: WeightingOptions = {},
): WeightedMean | NotDefined {
  assertGiven(values)
  assertWeights(values, weights)
  const n = values.length
  if (n === 0) return notDefined('no-values')
  const mean = sum(values.map((value, index) => value * (weights[index] as number))) / sum(weights)
  if (n === 1) return { n, mean, se: notDefined('too-few-values'), interval: notDefined('too-few-values') }
  const left =
    margins.length === 0 ? values.map((value) => value - mean) : calibrationResiduals(values, weights, margins)
  const se = linearisedError(left, weights)
  return { n, mean, se, interval: tInterval(mean, se, n - 1, level) }
}
