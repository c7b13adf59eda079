import { combine } from './combine.ts'

/**
 * What a linear combination of columns leaves of y.
 *
 *   eᵢ = yᵢ − Σⱼ bⱼxᵢⱼ, summed with the rounding errors carried along (see sum)
 *
 * Assumes columns as long as y.
 * @example residuals([1, 3, 6], [[1, 1, 1], [0, 1, 2]], [1, 2]) // [0, 0, 1]
 */
export function residuals(
  y: readonly number[],
  columns: readonly (readonly number[])[],
  coefficients: readonly number[],
): number[] {
  return combine([y, ...columns], [1, ...coefficients.map((coefficient) => -coefficient)])
}
