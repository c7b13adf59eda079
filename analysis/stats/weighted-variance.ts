import { assertGiven, assertWeights } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'

/**
 * Variance in the population that the weighted cases stand for; its root is the standard deviation.
 *
 *   n/(n−1) · Σwᵢ(xᵢ−m)²/Σwᵢ   with m = Σwᵢxᵢ/Σwᵢ
 *
 * Not to be mistaken for the error of the mean. Assumes independent cases. Undefined for n < 2. R: survey::svyvar.
 * @example weightedVariance([1, 2, 6], [1, 1, 2]) // 7.78125
 */
export function weightedVariance(values: readonly number[], weights: readonly number[]): number | NotDefined {
  assertGiven(values)
  assertWeights(values, weights)
  const n = values.length
  if (n === 0) return notDefined('no-values')
  if (n === 1) return notDefined('too-few-values')
  const total = sum(weights)
  const mean = sum(values.map((value, index) => value * (weights[index] as number))) / total
  const squares = sum(values.map((value, index) => (weights[index] as number) * (value - mean) ** 2))
  return ((n / (n - 1)) * squares) / total
}
