import { assertGiven } from './given.ts'
import { sum } from './sum.ts'

interface Moments {
  n: number
  mean: number
  /** Sum of the squared deviations from the mean. */
  squares: number
}

/**
 * Mean and sum of squared deviations in two passes, the base of variance, t tests and effect sizes.
 *
 *   m = Σxᵢ / n,   Σ(xᵢ−m)² − (Σ(xᵢ−m))² / n
 *
 * The second term is 0 but for the rounding of m. Assumes at least one value. The formula in one pass, Σx² − nm², keeps
 * no digit where values are large and close together. T. Chan, G. Golub, R. LeVeque (1983), American Statistician 37,
 * 242–247.
 * @example moments([1, 2, 6]) // { n: 3, mean: 3, squares: 14 }
 */
export function moments(values: readonly number[]): Moments {
  assertGiven(values)
  const n = values.length
  const mean = sum(values) / n
  const deviations = values.map((value) => value - mean)
  const squares = sum(deviations.map((deviation) => deviation ** 2)) - sum(deviations) ** 2 / n
  return { n, mean, squares: Math.max(0, squares) }
}
