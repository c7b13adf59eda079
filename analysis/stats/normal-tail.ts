import { normalCdf } from './special-functions.ts'

/**
 * Two-sided p of the standard normal distribution: how often |Z| would be as large as `z`, or larger.
 *
 *   2·Φ(−|z|), the lower tail, since 1 − Φ(|z|) has no digits left from |z| = 8 on
 *
 * R: 2 * pnorm(-abs(z)).
 * @example normalTail(1.96) // 0.04999579, rounded
 */
export function normalTail(z: number): number {
  return 2 * normalCdf(-Math.abs(z), 0, 1)
}
