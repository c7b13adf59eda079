import { sum } from './sum.ts'

/**
 * Linear combination of columns.
 *
 *   vᵢ = Σⱼ bⱼxᵢⱼ
 *
 * Assumes columns of the same length.
 * @example combine([[1, 1, 1], [0, 1, 2]], [1, 2]) // [1, 3, 5]
 */
export function combine(columns: readonly (readonly number[])[], coefficients: readonly number[]): number[] {
  return (columns[0] ?? []).map((_, row) =>
    sum(columns.map((column, place) => (column[row] as number) * (coefficients[place] as number))),
  )
}
