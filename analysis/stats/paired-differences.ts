import { assertGiven, assertPaired } from './given.ts'

const decimals = 10
const digits = 14

/**
 * What changed in each pair, free of rounding noise, for everything that ranks or compares with 0.
 *
 *   after − before, rounded to 10 decimals, or to 14 digits of the largest value where that is coarser
 *
 * 0.3 − 0.2 and 0.2 − 0.1 are not the same number for a computer: unrounded, they would break a tie. Differences of
 * whole numbers are exact and stay as they are. Means and t tests need no rounding. R: round(after - before, 10).
 * @example pairedDifferences([0.2, 0.1], [0.3, 0.2]) // [0.1, 0.1]
 */
export function pairedDifferences(before: readonly number[], after: readonly number[]): number[] {
  assertPaired(before, after)
  assertGiven(before, 'before')
  assertGiven(after, 'after')
  const differences = after.map((value, index) => value - (before[index] as number))
  if (before.every(Number.isInteger) && after.every(Number.isInteger)) return differences
  let largest = 0
  for (const value of before) largest = Math.max(largest, Math.abs(value))
  for (const value of after) largest = Math.max(largest, Math.abs(value))
  const scale = 10 ** Math.min(decimals, digits - Math.ceil(Math.log10(largest)))
  return differences.map((value) => (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale)
}
