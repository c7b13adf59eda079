import { bcaInterval } from './bca-interval.ts'
import { bootstrapReplicates, type Resampling } from './bootstrap-replicates.ts'
import type { Interval } from './interval.ts'
import { jackknife } from './jackknife.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { percentileInterval } from './percentile-interval.ts'

interface BootstrapOptions extends Resampling {
  kind?: 'bca' | 'percentile'
  level?: number
}

/**
 * Bootstrap interval of any statistic of a sample, the same for the same seed.
 *
 *   see bootstrapReplicates, percentileInterval and bcaInterval
 *
 * Assumes independent values (for pairs: their differences, or pairs as values) and a statistic that is a number for
 * any sample. Undefined for n < 2 and where the statistic does not vary. B. Efron, R. Tibshirani (1993), An
 * Introduction to the Bootstrap.
 * @example bootstrapInterval([1, 2, 6], (sample) => Math.max(...sample), { seed: 1, kind: 'percentile' })
 * // [1, 6]
 */
export function bootstrapInterval<Value>(
  values: readonly Value[],
  statistic: (sample: readonly Value[]) => number,
  { kind = 'bca', level = 0.95, ...resampling }: BootstrapOptions,
): Interval | NotDefined {
  if (values.length === 0) return notDefined('no-values')
  if (values.length === 1) return notDefined('too-few-values')
  const replicates = bootstrapReplicates(values, statistic, resampling)
  if (replicates.every((replicate) => replicate === replicates[0])) return notDefined('no-variation')
  if (kind === 'percentile') return percentileInterval(replicates, level)
  return bcaInterval({ estimate: statistic(values), replicates, jackknife: jackknife(values, statistic), level })
}
