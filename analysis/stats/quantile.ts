import { quantile as quantileOfType7 } from 'simple-statistics'
import { assertGiven } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/**
 * Quantile of type 7: the value below which the share `p` of all values lies, on a line between the neighbours.
 *
 *   x₍ₖ₎ + (h−k)·(x₍ₖ₊₁₎−x₍ₖ₎)   with h = (n−1)p + 1, k = ⌊h⌋, x₍₁₎ ≤ … ≤ x₍ₙ₎
 *
 * Assumes nothing. Undefined for n = 0. R. Hyndman, Y. Fan (1996), American Statistician 50, 361–365; R: quantile(x,
 * p), Excel and SPSS the same; Stata's centile and summarize use others.
 * @example quantile([1, 2, 3, 4, 10], 0.9) // 7.6
 */
export function quantile(values: readonly number[], p: number): number | NotDefined {
  assertGiven(values)
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}: it has to lie between 0 and 1`)
  return values.length === 0 ? notDefined('no-values') : quantileOfType7(values as number[], p)
}
