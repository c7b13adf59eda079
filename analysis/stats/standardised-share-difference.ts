import { assertGiven } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/**
 * Standardised difference of a share between two groups.
 *
 *   (p₁−p₂) / √((p₁(1−p₁) + p₂(1−p₂))/2);   beyond ±0.1 usually called unbalanced
 *
 * Assumes nothing about the number of cases. Undefined where both shares are 0 or 1. P. Austin (2009), Statistics in
 * Medicine 28, 3083–3107.
 * @example standardisedShareDifference(0.5, 0.3) // 0.4170288, rounded
 */
export function standardisedShareDifference(first: number, second: number): number | NotDefined {
  assertGiven([first, second], 'shares')
  const spread = Math.sqrt((first * (1 - first) + second * (1 - second)) / 2)
  return spread > 0 ? (first - second) / spread : notDefined('no-variation')
}
