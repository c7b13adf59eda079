import type { NotDefined } from './not-defined.ts'
import { quantile } from './quantile.ts'

/**
 * Median: as many values below as above.
 *
 *   the middle value, or the mean of the two middle ones
 *
 * Assumes nothing. Undefined for n = 0. R: median(x).
 * @example median([4, 1, 3, 2]) // 2.5
 */
export function median(values: readonly number[]): number | NotDefined {
  return quantile(values, 0.5)
}
