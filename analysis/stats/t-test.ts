import { tTail } from './t-tail.ts'

export interface TTest {
  t: number
  df: number
  /** Two-sided. */
  p: number
}

/**
 * Whether an estimate may be 0.
 *
 *   t = estimate / se, p = 2·F(−|t|; df)
 *
 * Assumes se > 0 and that t follows Student's t where the truth is 0. R: what coef(summary(lm)) prints.
 * @example tTest(1, 0.5, 9) // { t: 2, df: 9, p: 0.0765528 }, rounded
 */
export function tTest(estimate: number, se: number, df: number): TTest {
  const t = estimate / se
  return { t, df, p: tTail(t, df) }
}
