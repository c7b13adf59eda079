/**
 * How often the ranks 1 … n of the risers add up to each sum, if every rank is a riser's as often as not: the shares of the
 * sums 0 … n(n+1)/4, from which the rest follows by symmetry.
 *
 *   counted rank by rank: f(s) ← (f(s) + f(s−r)) / 2
 *
 * Takes n³/4 steps. E. L. Lehmann (1975), Nonparametrics, ch. 3; R: dsignrank(0:(n * (n + 1) / 4), n).
 * @example [...signedRankShares(3)] // [0.125, 0.125, 0.125, 0.25]
 */
export function signedRankShares(n: number): Float64Array {
  const largest = Math.floor((n * (n + 1)) / 4)
  const shares = new Float64Array(largest + 1)
  shares[0] = 1
  for (let rank = 1; rank <= n; rank += 1) {
    for (let total = largest; total >= rank; total -= 1) {
      shares[total] = ((shares[total] as number) + (shares[total - rank] as number)) / 2
    }
    for (let total = Math.min(rank - 1, largest); total >= 0; total -= 1) shares[total] = (shares[total] as number) / 2
  }
  return shares
}
