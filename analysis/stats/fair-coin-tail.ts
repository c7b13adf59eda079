import { betaInc } from './special-functions.ts'

/**
 * How often `hits` or fewer of `n` tosses of a fair coin would come up heads.
 *
 *   P(X ≤ k) = I_½(n−k, k+1), the incomplete beta function, regularised
 *
 * Assumes independent tosses. R: pbinom(k, n, 0.5).
 * @example fairCoinTail(2, 10) // 0.0546875
 */
export function fairCoinTail(hits: number, n: number): number {
  if (hits < 0) return 0
  return hits >= n ? 1 : betaInc(0.5, n - hits, hits + 1)
}
