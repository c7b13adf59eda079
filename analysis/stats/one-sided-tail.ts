import { tTail } from './t-tail.ts'

/**
 * One-sided p of Student's t distribution: how often T would be as large as `t`, or larger.
 *
 *   1 − F(t; df), from the two-sided tail, which keeps its digits where p is small
 *
 * Assumes df > 0, not necessarily whole. R: pt(t, df, lower.tail = FALSE).
 * @example oneSidedTail(2, 9) // 0.0382764, rounded
 */
export function oneSidedTail(t: number, df: number): number {
  const half = tTail(t, df) / 2
  return t > 0 ? half : 1 - half
}
