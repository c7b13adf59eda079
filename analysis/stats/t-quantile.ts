import { quantileOfT } from './special-functions.ts'

/**
 * Quantile of Student's t distribution.
 *
 *   the t with F(t; df) = p
 *
 * Assumes df > 0, not necessarily whole. R: qt(p, df).
 * @example tQuantile(0.975, 9) // 2.262157162798205, rounded
 */
export function tQuantile(p: number, df: number): number {
  return quantileOfT(p, df)
}
