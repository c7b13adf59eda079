import { moments } from './moments.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/**
 * Arithmetic mean.
 *
 *   Σxᵢ / n
 *
 * Assumes nothing; follows outliers. Undefined for n = 0. R: mean(x).
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: readonly number[]): number | NotDefined {
  return values.length === 0 ? notDefined('no-values') : moments(values).mean
}
