import { assertShare } from './given.ts'
import type { Interval } from './interval.ts'
import { normalQuantile } from './normal-quantile.ts'
import { normalTail } from './normal-tail.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { tInterval } from './t-interval.ts'
import { tTail } from './t-tail.ts'

export interface Coefficient {
  name: string
  estimate: number
  se: number
  interval: Interval
  /** estimate / se, with its two-sided p: Wald's test of this coefficient. */
  test: { statistic: number; p: number } | NotDefined
}

export interface Estimates {
  names: readonly string[]
  estimates: readonly number[]
  covariance: readonly (readonly number[])[]
}

/**
 * Estimates with standard errors, intervals and tests.
 *
 *   seⱼ = √Vⱼⱼ,   bⱼ ± q·seⱼ,   bⱼ/seⱼ against Student's t with `df`, or the normal distribution without
 *
 * Assumes estimates near the normal distribution. The test is undefined where the standard error is 0. R:
 * coef(summary(fit)), confint.default(fit).
 * @example coefficientTable({ names: ['x'], estimates: [2], covariance: [[1]] })[0].interval
 * // [0.0400360, 3.9599640], rounded
 */
export function coefficientTable(
  { names, estimates, covariance }: Estimates,
  { df, level = 0.95 }: { df?: number; level?: number } = {},
): Coefficient[] {
  assertShare(level)
  return names.map((name, place) => {
    const estimate = estimates[place] as number
    const se = Math.sqrt((covariance[place] as readonly number[])[place] as number)
    const reach = df === undefined ? normalQuantile((1 + level) / 2) * se : 0
    const statistic = estimate / se
    return {
      name,
      estimate,
      se,
      interval: df === undefined ? [estimate - reach, estimate + reach] : tInterval(estimate, se, df, level),
      test:
        se === 0
          ? notDefined('no-variation')
          : { statistic, p: df === undefined ? normalTail(statistic) : tTail(statistic, df) },
    }
  })
}
