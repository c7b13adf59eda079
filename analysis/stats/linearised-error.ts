import { sum } from './sum.ts'

/**
 * Standard error of a weighted mean from what its model leaves of each value.
 *
 *   √(n/(n−1) · Σ(wᵢeᵢ)²) / Σwᵢ
 *
 * Assumes independent cases drawn with replacement, and residuals e with Σwᵢeᵢ = 0. J.-C. Deville, C.-E. Särndal
 * (1992), JASA 87, 376–382.
 * @example linearisedError([-1, 1], [1, 1]) // 1
 */
export function linearisedError(residuals: readonly number[], weights: readonly number[]): number {
  const n = residuals.length
  const squares = sum(residuals.map((residual, index) => ((weights[index] as number) * residual) ** 2))
  return Math.sqrt((n / (n - 1)) * squares) / sum(weights)
}
