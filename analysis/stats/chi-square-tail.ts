import { gammaInc } from './special-functions.ts'

/**
 * p of the χ² distribution: how often χ² would be as large as `x`, or larger.
 *
 *   Q(df/2, x/2), the upper incomplete gamma function, regularised; never 1 − P
 *
 * Assumes df > 0. R: pchisq(x, df, lower.tail = FALSE).
 * @example chiSquareTail(3.841458820694124, 1) // 0.05, rounded
 */
export function chiSquareTail(x: number, df: number): number {
  return x <= 0 ? 1 : gammaInc(x / 2, df / 2, true, true)
}
