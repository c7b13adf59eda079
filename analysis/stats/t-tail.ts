import { cdfOfT } from './special-functions.ts'

/**
 * Two-sided p of Student's t distribution: how often |T| would be as large as `t`, or larger.
 *
 *   2·F(−|t|; df), the lower tail, since 1 − F(|t|) loses its digits where p is small
 *   2/π·atan(1/|t|) for df = 1, where the package has 8 digits if t is near 0
 *
 * Assumes df > 0, not necessarily whole. R: 2 * pt(-abs(t), df).
 * @example tTail(4.0621, 9) // 0.002833008, rounded
 */
export function tTail(t: number, df: number): number {
  return df === 1 ? (2 / Math.PI) * Math.atan2(1, Math.abs(t)) : 2 * cdfOfT(-Math.abs(t), df)
}
