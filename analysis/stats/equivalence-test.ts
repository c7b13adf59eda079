import { assertShare } from './given.ts'
import type { Interval } from './interval.ts'
import { oneSidedTail } from './one-sided-tail.ts'
import { tInterval } from './t-interval.ts'

export interface EquivalenceTest {
  /** How far from 0 an estimate may be and still mean nothing. */
  margin: number
  /** The larger p of the two one-sided tests: below 1 − level, the truth lies between the margins. */
  p: number
  /** Of twice the error: it lies within the margins whenever p < 1 − level. */
  interval: Interval
}

/**
 * Whether an estimate is too near to 0 to matter: two one-sided tests (TOST).
 *
 *   p = max(P(T ≥ (estimate + margin)/se), P(T ≤ (estimate − margin)/se)),   interval of level 1 − 2(1 − level)
 *
 * Assumes se > 0, margin > 0 and that estimate/se follows Student's t. Schuirmann (1987), J. Pharmacokinet. Biopharm. 15, 657–680;
 * R: the larger p of t.test(d, mu = -margin, alternative = "greater") and t.test(d, mu = margin, alternative = "less").
 * @example equivalenceTest(1, 0.5, 9, 2) // { margin: 2, p: 0.0382764, interval: [0.0834435, 1.9165565] }, rounded
 */
export function equivalenceTest(
  estimate: number,
  se: number,
  df: number,
  margin: number,
  level = 0.95,
): EquivalenceTest {
  assertShare(level)
  if (!(margin > 0)) throw new RangeError(`a margin of ${margin} leaves nothing between`)
  const above = oneSidedTail((estimate + margin) / se, df)
  const below = oneSidedTail((margin - estimate) / se, df)
  return { margin, p: Math.max(above, below), interval: tInterval(estimate, se, df, 2 * level - 1) }
}
