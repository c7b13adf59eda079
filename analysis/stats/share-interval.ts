import { assertShare } from './given.ts'
import type { Interval } from './interval.ts'
import { tQuantile } from './t-quantile.ts'

/**
 * Interval of a share whose standard error comes from a design, reckoned on the scale of the log odds.
 *
 *   logit⁻¹( logit(p) ± t₍₁₊level₎/₂,df · se/(p(1−p)) )
 *
 * Stays within 0…1, which p ± t·se does not. Assumes 0 < p < 1 and se > 0. E. Korn, B. Graubard (1998), Survey Methodology 24,
 * 193–201; R: survey::svyciprop(method = "logit").
 * @example shareInterval(0.2, 0.05, 30) // [0.1166540, 0.3212389], rounded
 */
export function shareInterval(share: number, se: number, df: number, level = 0.95): Interval {
  assertShare(level)
  if (!(share > 0 && share < 1)) throw new RangeError(`${share} is no share between 0 and 1`)
  const middle = Math.log(share / (1 - share))
  const reach = (tQuantile((1 + level) / 2, df) * se) / (share * (1 - share))
  return [inverse(middle - reach), inverse(middle + reach)]
}

const inverse = (logit: number) => 1 / (1 + Math.exp(-logit))
