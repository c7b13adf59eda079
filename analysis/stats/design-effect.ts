import { assertWeights } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'

export interface DesignEffect {
  n: number
  /** How many times larger the variance of a mean gets by weighting. */
  designEffect: number
  /** Number of cases with equal weights that would be as precise. */
  effectiveN: number
  smallest: number
  largest: number
}

/**
 * Kish's design effect: the price of unequal weights.
 *
 *   deff = n·Σw² / (Σw)²,   n_eff = n / deff
 *
 * Assumes weights that have nothing to do with the values. Undefined for n = 0. L. Kish (1965), Survey Sampling, 11.2.
 * @example designEffect([1, 1, 2]).designEffect // 1.125
 */
export function designEffect(weights: readonly number[]): DesignEffect | NotDefined {
  assertWeights(weights, weights)
  const n = weights.length
  if (n === 0) return notDefined('no-values')
  const effect = (n * sum(weights.map((weight) => weight ** 2))) / sum(weights) ** 2
  const [smallest, largest] = weights.reduce(
    ([least, most], weight) => [Math.min(least, weight), Math.max(most, weight)],
    [Number.POSITIVE_INFINITY, 0],
  )
  return { n, designEffect: effect, effectiveN: n / effect, smallest, largest }
}
