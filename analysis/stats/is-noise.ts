/** Of a value that a computer holds to 16 digits, and that was added, subtracted and projected a few times. */
const smallest = 1e-10

/**
 * Whether a spread is no more than what rounding leaves of values that are all the same.
 *
 *   spread ≤ 10⁻¹⁰ · the largest |value|
 *
 * 0.3 − 0.2 and 0.2 − 0.1 differ in the 17th digit: without this, a change that is the same everywhere would have a t of
 * 6·10¹⁵. Assumes a spread in the unit of the values.
 * @example isNoise(3e-16, [1.19, 1.19]) // true
 */
export function isNoise(spread: number, values: readonly number[]): boolean {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  return spread <= smallest * largest
}
