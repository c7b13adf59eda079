import { sum } from './sum.ts'

/**
 * Standard error of a weighted mean from what its model leaves of each value.
 *
 *   √(n/(n−1) · Σ(wᵢeᵢ − mean of wₖeₖ)²) / W   over the n cases of the sample
 *
 * W is the sum of the weights that the mean is made with, of all cases unless given. Assumes independent cases drawn with
 * replacement. J.-C. Deville, C.-E. Särndal (1992), JASA 87, 376–382; R: survey::svyrecvar.
 * @example linearisedError([-1, 1], [1, 1]) // 1
 */
export function linearisedError(
  residuals: readonly number[],
  weights: readonly number[],
  total: number = sum(weights),
): number {
  const n = residuals.length
  const weighted = residuals.map((residual, index) => (weights[index] as number) * residual)
  const centre = sum(weighted) / n
  const squares = sum(weighted.map((one) => (one - centre) ** 2))
  return Math.sqrt((n / (n - 1)) * squares) / total
}
