import { assertShare } from './given.ts'
import { tQuantile } from './t-quantile.ts'

/**
 * The smallest true change that a test would have found with some power, given how sure the estimate is.
 *
 *   (t₍₁₊level₎/₂,df + t_power,df) · se
 *
 * Assumes se > 0 and that the true change shifts Student's t without changing its shape, which is right to a few per cent from
 * some ten degrees of freedom on. Bloom (1995), Evaluation Review 19, 547–556; R: (qt(.975, df) + qt(.8, df)) * se.
 * @example detectableChange(0.5, 9) // 1.5727805, rounded
 */
export function detectableChange(se: number, df: number, level = 0.95, power = 0.8): number {
  assertShare(level)
  assertShare(power)
  return (tQuantile((1 + level) / 2, df) + tQuantile(power, df)) * se
}
