import { assertGiven } from './given.ts'
import { midranks } from './midranks.ts'
import { normalTail } from './normal-tail.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { rankSumTail } from './rank-sum-tail.ts'
import { sum } from './sum.ts'

interface MannWhitneyTest {
  /** Pairs of one from each group in which the first is the larger; a tie counts half (R's W). */
  u: number
  /** u as a share of all such pairs: how often the first is the larger one. */
  superiority: number
  /** From −1 to 1: 2·superiority − 1. */
  rankBiserial: number
  method: 'exact' | 'normal'
  /** Only of the normal approximation. */
  z?: number
  /** Two-sided. */
  p: number
}

interface MannWhitneyOptions {
  /** `auto`: exact where both groups have fewer than 50 values. */
  method?: 'auto' | 'exact' | 'normal'
  /** Correction for continuity of the normal approximation. */
  correct?: boolean
}

const many = 50

/**
 * Mann and Whitney's test (Wilcoxon's rank-sum test): whether one of the first group is larger than one of the second
 * as often as smaller.
 *
 *   U = Σ ranks of the first − n₁(n₁+1)/2;   z = (U − n₁n₂/2 ∓ ½) / √(n₁n₂/12 · (N+1 − Σ(t³−t)/(N(N−1))))
 *
 * Assumes independent values, and groups of the same shape under the hypothesis. Ties share midranks; the exact p
 * counts how often U would be as far from n₁n₂/2 over these midranks, so that it is exact with ties too (R then falls
 * back to the normal approximation: `method: 'normal'`). Undefined where a group is empty or all values are the same.
 * H. Mann, D. Whitney (1947), Annals of Mathematical Statistics 18, 50–60; R: wilcox.test(first, second).
 * @example mannWhitneyTest([1, 2, 3], [4, 5, 6, 7]).p // 0.05714286, rounded
 */
export function mannWhitneyTest(
  first: readonly number[],
  second: readonly number[],
  { method = 'auto', correct = true }: MannWhitneyOptions = {},
): MannWhitneyTest | NotDefined {
  assertGiven(first, 'first')
  assertGiven(second, 'second')
  const [n1, n2] = [first.length, second.length]
  if (n1 === 0 || n2 === 0) return notDefined('no-values')
  const { ranks, ties } = midranks([...first, ...second])
  if (ties.length === 1) return notDefined('no-variation')
  const u = sum(ranks.slice(0, n1)) - (n1 * (n1 + 1)) / 2
  const superiority = u / (n1 * n2)
  const sizes = { u, superiority, rankBiserial: 2 * superiority - 1 }
  if (method === 'exact' || (method === 'auto' && n1 < many && n2 < many)) {
    const lower = Math.min(u, n1 * n2 - u)
    const tails =
      rankSumTail(ranks, n1, lower + (n1 * (n1 + 1)) / 2) + rankSumTail(ranks, n2, lower + (n2 * (n2 + 1)) / 2)
    return { ...sizes, method: 'exact', p: Math.min(1, tails) }
  }
  const all = n1 + n2
  const tied = sum(ties.map((t) => t ** 3 - t)) / (all * (all - 1))
  const spread = Math.sqrt(((n1 * n2) / 12) * (all + 1 - tied))
  const excess = u - (n1 * n2) / 2
  const z = (excess - (correct ? Math.sign(excess) / 2 : 0)) / spread
  return { ...sizes, method: 'normal', z, p: normalTail(z) }
}
