import { assertGiven, assertShare } from './given.ts'
import type { Interval } from './interval.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { replicateQuantile } from './replicate-quantile.ts'

/**
 * Percentile interval of bootstrap replicates.
 *
 *   from the (1−level)/2 to the (1+level)/2 quantile of the replicates
 *
 * Assumes that some scale exists on which the statistic is symmetric about its truth, without bias. Undefined without
 * replicates. B. Efron (1979), Annals of Statistics 7, 1–26; R: boot::boot.ci(type = 'perc').
 * @example percentileInterval([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.8) // [1, 9]
 */
export function percentileInterval(replicates: readonly number[], level = 0.95): Interval | NotDefined {
  assertShare(level)
  assertGiven(replicates, 'replicates')
  if (replicates.length === 0) return notDefined('no-values')
  const sorted = Array.from(Float64Array.from(replicates).sort())
  return [replicateQuantile(sorted, (1 - level) / 2), replicateQuantile(sorted, (1 + level) / 2)]
}
