import { assertShare } from './given.ts'
import type { Interval } from './interval.ts'

export interface MissingShift {
  estimate: number
  interval: Interval
}

/**
 * A mean of all, where those who are missing lie by some amount above those who answered (delta adjustment).
 *
 *   estimate + share·shift, and the same for the limits of its interval
 *
 * Assumes that the missing are as the others but for the shift, and that the share of the missing is known. Rubin (1977), JASA 72,
 * 538–543.
 * @example missingShift(1, [0, 2], 0.25, 4) // { estimate: 2, interval: [1, 3] }
 */
export function missingShift(estimate: number, [low, high]: Interval, share: number, shift: number): MissingShift {
  assertShare(share)
  const moved = share * shift
  return { estimate: estimate + moved, interval: [low + moved, high + moved] }
}
