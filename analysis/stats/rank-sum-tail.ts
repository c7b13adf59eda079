/**
 * Exact distribution of the rank sum: how often `size` of the ranks, drawn without regard to their height, would add up
 * to `sum` or less.
 *
 *   #{subsets of that size with a sum ≤ s} / C(N, size), counted rank by rank
 *
 * Given the ranks, this is exact with ties too: twice a midrank is a whole number. Takes N · size · s steps. E. L.
 * Lehmann (1975), Nonparametrics, ch. 1; R: pwilcox(s - size * (size + 1) / 2, size, N - size) for ranks 1 … N.
 * @example rankSumTail([1, 2, 3, 4], 2, 4) // 0.3333333, rounded
 */
export function rankSumTail(ranks: readonly number[], size: number, sum: number): number {
  const unit = ranks.every(Number.isInteger) ? 1 : 2
  const scaled = ranks.map((rank) => rank * unit)
  const largest = Math.floor(sum * unit)
  if (largest < 0) return 0
  const width = largest + 1
  const ways = new Float64Array((size + 1) * width)
  ways[0] = 1
  for (const rank of scaled) {
    for (let taken = size; taken >= 1; taken -= 1) {
      for (let total = largest; total >= rank; total -= 1) {
        const at = taken * width + total
        ways[at] = (ways[at] as number) + (ways[at - width - rank] as number)
      }
    }
  }
  let all = 1
  for (let drawn = 1; drawn <= size; drawn += 1) all *= (ranks.length - size + drawn) / drawn
  return ways.subarray(size * width).reduce((total, part) => total + part, 0) / all
}
