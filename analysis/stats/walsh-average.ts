/** The sorted values' Walsh averages next to a threshold: how many are not above it, and the closest on either side. */
function around(sorted: ArrayLike<number>, threshold: number): { count: number; below: number; above: number } {
  let count = 0
  let below = Number.NEGATIVE_INFINITY
  let above = Number.POSITIVE_INFINITY
  let end = sorted.length
  for (let start = 0; start < sorted.length; start += 1) {
    const value = sorted[start] as number
    while (end > start && (value + (sorted[end - 1] as number)) / 2 > threshold) end -= 1
    const next = Math.max(end, start)
    if (next < sorted.length) above = Math.min(above, (value + (sorted[next] as number)) / 2)
    if (end > start) {
      count += end - start
      below = Math.max(below, (value + (sorted[end - 1] as number)) / 2)
    }
  }
  return { count, below, above }
}

/**
 * The k-th smallest of the n(n+1)/2 Walsh averages, without listing them.
 *
 *   (xᵢ + xⱼ) / 2 for i ≤ j, k = 1 … n(n+1)/2
 *
 * Narrows an interval between two averages; a step counts in one pass over the sorted values, and the number of steps
 * grows with the logarithm of their number. J. Walsh (1949), Annals of Mathematical Statistics 20, 64–81.
 * @example walshAverage([1, 2, 6], 3) // 2
 */
export function walshAverage(sorted: ArrayLike<number>, k: number): number {
  let low = sorted[0] as number
  let high = sorted[sorted.length - 1] as number
  while (low < high) {
    const middle = low + (high - low) / 2
    const { count, below, above } = around(sorted, middle < high ? middle : low)
    if (count >= k) high = below
    else low = above
  }
  return low
}
