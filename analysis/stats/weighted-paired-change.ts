import { assertGiven, assertPaired } from './given.ts'
import { isDefined, type NotDefined, notDefined } from './not-defined.ts'
import { type TTest, tTest } from './t-test.ts'
import { type WeightedMean, type WeightingOptions, weightedMean } from './weighted-mean.ts'
import { weightedVariance } from './weighted-variance.ts'

interface WeightedPairedChange {
  n: number
  before: number
  after: number
  /** Weighted mean of after − before. */
  change: number
  sd: number | NotDefined
  se: WeightedMean['se']
  interval: WeightedMean['interval']
  test: TTest | NotDefined
}

/**
 * Weighted mean change of pairs, its interval and the test of no change.
 *
 *   the weighted mean of d = after − before, its linearised error (see weightedMean),
 *   t = d̄_w/se with n − 1 degrees of freedom
 *
 * With equal weights the same as pairedChange. Assumes independent pairs; with `margins`, that the weights were fitted
 * to them. Undefined for n = 0; without spread as pairedChange. R: survey::svyttest(I(after - before) ~ 0, design), but
 * for n − 1 degrees of freedom.
 * @example weightedPairedChange([1, 2, 3], [2, 4, 6], [1, 1, 1]).change // 2
 */
export function weightedPairedChange(
  before: readonly number[],
  after: readonly number[],
  weights: readonly number[],
  options: WeightingOptions = {},
): WeightedPairedChange | NotDefined {
  assertPaired(before, after)
  assertGiven(before, 'before')
  assertGiven(after, 'after')
  const differences = after.map((value, index) => value - (before[index] as number))
  const first = weightedMean(before, weights)
  const second = weightedMean(after, weights)
  const changed = weightedMean(differences, weights, options)
  if (!isDefined(first) || !isDefined(second) || !isDefined(changed)) return notDefined('no-values')
  const { n, mean: change, se, interval } = changed
  const variance = weightedVariance(differences, weights)
  return {
    n,
    before: first.mean,
    after: second.mean,
    change,
    sd: isDefined(variance) ? Math.sqrt(variance) : variance,
    se,
    interval,
    test: isDefined(se) ? (se > 0 ? tTest(change, se, n - 1) : notDefined('no-variation')) : se,
  }
}
