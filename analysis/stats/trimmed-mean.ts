import { assertGiven } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'

/**
 * The mean of what is left when a share of the values is cut off at each end: one that lies far away does not move it.
 *
 *   x̄ₜ = Σ x₍ᵢ₎ / (n − 2k)   over k < i ≤ n − k,   k = ⌊share · n⌋
 *
 * Assumes a share below one half. Undefined without values. J. Tukey (1962), Annals of Mathematical Statistics 33, 1–67; R:
 * mean(x, trim = share).
 * @example trimmedMean([1, 2, 3, 4, 100], 0.2) // 3
 */
export function trimmedMean(values: readonly number[], share: number): number | NotDefined {
  assertGiven(values, 'values')
  if (!(share >= 0 && share < 0.5)) throw new RangeError(`${share} is no share below one half`)
  if (values.length === 0) return notDefined('no-values')
  const cut = Math.floor(share * values.length)
  const kept = values.toSorted((a, b) => a - b).slice(cut, values.length - cut)
  return sum(kept) / kept.length
}
