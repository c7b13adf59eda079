import { assertGiven } from './given.ts'
import { isDefined, type NotDefined } from './not-defined.ts'
import { quantile } from './quantile.ts'
import { sum } from './sum.ts'

interface TrimmedWeights {
  weights: number[]
  cap: number
  /** How many were cut. */
  trimmed: number
  /** The share of all weight that is left. */
  kept: number
}

/**
 * Weights cut at a cap, so that a few do not decide the result.
 *
 *   wᵢ ← min(wᵢ, cap), cap = the type 7 quantile of the weights at `share`
 *
 * Trades a little bias for variance. What was cut is not handed to others: means need no correction, for totals
 * post-stratify or rake afterwards. Undefined for n = 0. F. Potter (1990), Proc. Survey Research Methods, ASA, 225–230.
 * @example trimWeights([1, 1, 1, 1, 9], 0.75).weights // [1, 1, 1, 1, 1]
 */
export function trimWeights(weights: readonly number[], share = 0.99): TrimmedWeights | NotDefined {
  assertGiven(weights, 'weights')
  const cap = quantile(weights, share)
  if (!isDefined(cap)) return cap
  const cut = weights.map((weight) => Math.min(weight, cap))
  return {
    weights: cut,
    cap,
    trimmed: weights.filter((weight) => weight > cap).length,
    kept: sum(cut) / sum(weights),
  }
}
