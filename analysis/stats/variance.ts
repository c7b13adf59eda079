import { moments } from './moments.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/**
 * Variance of the population that the values were drawn from; its root is the standard deviation.
 *
 *   Σ(xᵢ−m)² / (n−1)
 *
 * Assumes independent values. Undefined for n < 2. R: var(x).
 * @example variance([1, 2, 6]) // 7
 */
export function variance(values: readonly number[]): number | NotDefined {
  if (values.length === 0) return notDefined('no-values')
  const { n, squares } = moments(values)
  return n < 2 ? notDefined('too-few-values') : squares / (n - 1)
}
