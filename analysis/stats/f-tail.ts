import { betaInc } from './special-functions.ts'

/**
 * p of the F distribution: how often F would be as large as `f`, or larger.
 *
 *   I_y(df₂/2, df₁/2)  with y = df₂ / (df₂ + df₁f), the incomplete beta function, regularised; never 1 − I
 *
 * Assumes df₁, df₂ > 0. R: pf(f, df1, df2, lower.tail = FALSE).
 * @example fTail(4, 2, 10) // 0.05292215, rounded
 */
export function fTail(f: number, df1: number, df2: number): number {
  return f <= 0 ? 1 : betaInc(df2 / (df2 + df1 * f), df2 / 2, df1 / 2)
}
