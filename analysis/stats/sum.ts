import { sum as compensatedSum } from 'simple-statistics'

/**
 * Sum that does not lose small values beside large ones.
 *
 *   Σ xᵢ, with the rounding error of every addition carried along and added at the end
 *
 * Assumes nothing. 0 for no values. A. Neumaier (1974), ZAMM 54, 39–51; R: sum(x), which uses longer numbers instead.
 * @example sum([1, 1e16, -1e16]) // 1
 */
export function sum(values: readonly number[]): number {
  return compensatedSum(values as number[])
}
