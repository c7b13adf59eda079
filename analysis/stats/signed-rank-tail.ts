/**
 * Exact distribution of the signed-rank statistic: how often the ranks of the risers would add up to `sum` or less, if
 * every rank were a riser's as often as not.
 *
 *   #{subsets of the ranks with a sum ≤ s} / 2ⁿ, counted rank by rank: f(s) ← (f(s) + f(s−r)) / 2
 *
 * Given the ranks, this is exact with ties too: twice a midrank is a whole number. Takes n · Σr steps. E. L. Lehmann
 * (1975), Nonparametrics, ch. 3; R: psignrank(s, n) for ranks 1 … n.
 * @example signedRankTail([1, 2, 3], 1) // 0.25
 */
export function signedRankTail(ranks: readonly number[], sum: number): number {
  const doubled = ranks.map((rank) => 2 * rank)
  const largest = Math.min(
    Math.floor(2 * sum),
    doubled.reduce((total, rank) => total + rank, 0),
  )
  if (largest < 0) return 0
  const share = new Float64Array(largest + 1)
  share[0] = 1
  for (const rank of doubled) {
    for (let total = largest; total >= 0; total -= 1) {
      const without = total >= rank ? (share[total - rank] as number) : 0
      share[total] = ((share[total] as number) + without) / 2
    }
  }
  return Math.min(
    1,
    share.reduce((all, part) => all + part, 0),
  )
}
