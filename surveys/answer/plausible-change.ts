interface Thresholds {
  /** The usual ratio of now to then. */
  expected: number
  /** How much more a change counts where the numbers are large: 0 not at all, 1 in proportion. */
  weight: number
  tolerance: number
}

/**
 * Whether a number has changed no more than its size makes plausible, after Hidiroglou and Berthelot (1986), Survey
 * Methodology 12, 73–83:
 *
 *   s = ratio / expected − 1 where it rose, 1 − expected / ratio where it fell     with ratio = now / then
 *   plausible while |s| · max(now, then) ^ weight ≤ tolerance
 *
 * A rise and a fall by the same factor count the same, and small numbers may change more than large ones. The thresholds
 * stand in the definition instead of being estimated from all answers, so that the answer of one does not depend on the
 * others. 0 has no ratio: it counts as 1, which is the smallest change that one person makes.
 * @example isPlausibleChange(130, 120, { expected: 1, weight: 0.25, tolerance: 2.5 }) // true
 */
export function isPlausibleChange(now: number, then: number, { expected, weight, tolerance }: Thresholds): boolean {
  const ratio = Math.max(now, 1) / Math.max(then, 1) / expected
  const distance = Math.max(ratio, 1 / ratio) - 1
  return distance * Math.max(now, then) ** weight <= tolerance
}
