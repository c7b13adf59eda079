import { moments } from './moments.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/**
 * Standardised difference of two groups: how far apart they are in units of their spread, whatever the number of cases.
 *
 *   (m₁−m₂) / √((s₁²+s₂²)/2);   beyond ±0.1 usually called unbalanced
 *
 * Assumes nothing about distributions. Undefined where a group has fewer than two values or neither varies. P. Austin
 * (2009), Statistics in Medicine 28, 3083–3107.
 * @example standardisedDifference([1, 2, 3], [2, 4, 9]) // -1.133893, rounded
 */
export function standardisedDifference(first: readonly number[], second: readonly number[]): number | NotDefined {
  if (first.length === 0 || second.length === 0) return notDefined('no-values')
  const a = moments(first)
  const b = moments(second)
  if (a.n < 2 || b.n < 2) return notDefined('too-few-values')
  const spread = Math.sqrt((a.squares / (a.n - 1) + b.squares / (b.n - 1)) / 2)
  return spread === 0 ? notDefined('no-variation') : (a.mean - b.mean) / spread
}
