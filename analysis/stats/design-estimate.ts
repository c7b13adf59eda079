import type { Interval } from './interval.ts'
import { isNoise } from './is-noise.ts'
import { type NotDefined, notDefined, type Reason } from './not-defined.ts'
import { tInterval } from './t-interval.ts'
import { type TTest, tTest } from './t-test.ts'
import { type SampleDesign, totalCovariance } from './total-covariance.ts'

/** How sure an estimate is. */
export interface DesignEstimate {
  df: number
  se: number | NotDefined
  interval: Interval | NotDefined
  test: TTest | NotDefined
}

export interface Estimated {
  estimate: number
  /** What each case of the sample adds to the estimate, but for a constant. */
  contributions: readonly number[]
  /** Which cases the estimate is of: all, unless given. */
  domain?: readonly boolean[] | undefined
  /** The values behind it: an error that is nothing beside them is noise. */
  values: readonly number[]
  level?: number | undefined
}

/**
 * Error, interval and test of an estimate that is nearly a total of what the cases of a sample add to it.
 *
 *   se = √V (see totalCovariance),   estimate ± t·se,   t = estimate/se with n − 1 degrees of freedom, n those of the domain;
 *   with clusters one less than clusters have members in it
 *
 * Assumes many cases. Undefined for fewer than two; where all of the population was observed (1−f = 0 for all) there is no error.
 * @example designEstimate({ estimate: 3, contributions: [-1, 0, 1], values: [2, 3, 4] }).df // 2
 */
export function designEstimate(
  { estimate, contributions, domain, values, level }: Estimated,
  design: SampleDesign = {},
): DesignEstimate {
  const isMeant = (_: unknown, index: number) => domain?.[index] ?? true
  const { clusters, fractions } = design
  const units = clusters === undefined ? contributions.filter(isMeant).length : new Set(clusters.filter(isMeant)).size
  const df = units - 1
  if (df < 1) return { df, ...without('too-few-values') }
  if (fractions?.filter(isMeant).every((fraction) => fraction === 1)) return { df, ...without('no-sampling-error') }
  const se = Math.sqrt(totalCovariance([contributions], design)[0]?.[0] as number)
  if (isNoise(se, values)) return { df, ...without('no-variation') }
  return { df, se, interval: tInterval(estimate, se, df, level), test: tTest(estimate, se, df) }
}

const without = (reason: Reason) => ({ se: notDefined(reason), interval: notDefined(reason), test: notDefined(reason) })
