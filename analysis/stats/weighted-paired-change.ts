import { designEstimate } from './design-estimate.ts'
import { domainContributions } from './domain-contributions.ts'
import { assertPaired } from './given.ts'
import { isDefined, type NotDefined, notDefined } from './not-defined.ts'
import type { TTest } from './t-test.ts'
import type { WeightedMean, WeightingOptions } from './weighted-mean.ts'
import { weightedVariance } from './weighted-variance.ts'

export interface WeightedPairedChange {
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
 * With equal weights the same as pairedChange. With a `domain`, of those pairs only, as part of the whole sample.
 * Assumes independent pairs; with `residuals`, that the weights were fitted to them. Undefined for n = 0; without spread as
 * pairedChange. R: survey::svyttest(I(after - before) ~ 0, design), but for n − 1 degrees of freedom.
 * @example weightedPairedChange([1, 2, 3], [2, 4, 6], [1, 1, 1]).change // 2
 */
export function weightedPairedChange(
  before: readonly number[],
  after: readonly number[],
  weights: readonly number[],
  { level, residuals, domain, ...design }: WeightingOptions = {},
): WeightedPairedChange | NotDefined {
  assertPaired(before, after)
  const meant = (all: readonly number[]) => all.filter((_, index) => domain?.[index] ?? true)
  const differences = after.map((value, index) => value - (before[index] as number))
  const first = domainContributions(before, weights, { domain })
  const second = domainContributions(after, weights, { domain })
  const changed = domainContributions(differences, weights, { residuals, domain })
  if (!isDefined(first) || !isDefined(second) || !isDefined(changed)) return notDefined('no-values')
  const { n, mean: change, contributions } = changed
  const values = [...meant(before), ...meant(after)]
  const { se, interval, test } = designEstimate({ estimate: change, contributions, domain, values, level }, design)
  const variance = weightedVariance(meant(differences), meant(weights))
  return {
    ...{ n, before: first.mean, after: second.mean, change },
    sd: isDefined(variance) ? Math.sqrt(variance) : variance,
    ...{ se, interval, test },
  }
}
