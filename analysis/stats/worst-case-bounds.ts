import type { Interval } from './interval.ts'

/**
 * Between which limits a mean of all lies, whatever those are who are missing, where no value can lie beyond two ends.
 *
 *   [(n·mean + (N−n)·low)/N, (n·mean + (N−n)·high)/N]
 *
 * Assumes nothing but that n of N are known. Manski (1989), Journal of Human Resources 24, 343–360.
 * @example worstCaseBounds(40, 75, 100, [0, 100]) // [30, 55]
 */
export function worstCaseBounds(mean: number, n: number, all: number, [low, high]: Interval): Interval {
  if (!(n >= 0 && all > 0 && n <= all)) throw new RangeError(`${n} cannot be of ${all}`)
  const missing = all - n
  return [(n * mean + missing * low) / all, (n * mean + missing * high) / all]
}
