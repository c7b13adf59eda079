import { midranks } from './midranks.ts'
import { normalTail } from './normal-tail.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { pairedDifferences } from './paired-differences.ts'
import { signedRankTail } from './signed-rank-tail.ts'
import { sum } from './sum.ts'

interface SignedRankTest {
  n: number
  /** Pairs without a change. */
  zeros: number
  /** Sum of the ranks of those that rose (R's V), and of those that fell. */
  risen: number
  fallen: number
  method: 'exact' | 'normal'
  /** Only of the normal approximation. */
  z?: number
  /** Two-sided. */
  p: number
}

export interface SignedRankOptions {
  /** `wilcoxon`: pairs without a change are left out, then ranked. `pratt`: ranked, then left out. */
  zeros?: 'wilcoxon' | 'pratt'
  /** `auto`: exact for fewer than 50 changed pairs. */
  method?: 'auto' | 'exact' | 'normal'
  /** Correction for continuity of the normal approximation. */
  correct?: boolean
}

/** From here on the normal approximation is as good, as in R. */
const many = 50

/**
 * Wilcoxon's signed-rank test: whether rises and falls of the same size are as frequent.
 *
 *   V = Σ rank(|dᵢ|) over dᵢ > 0;   z = (V − Σr/2 ∓ ½) / √(Σr²/4)
 *
 * Assumes independent pairs whose changes are symmetric about 0 under the hypothesis. Ties share midranks; the exact p
 * counts over these midranks, so that it is exact with ties too (R then falls back to the normal approximation:
 * `method: 'normal'`). Σr²/4 holds the correction for ties. Undefined where no pair changed. F. Wilcoxon (1945),
 * Biometrics Bulletin 1, 80–83; J. Pratt (1959), JASA 54, 655–667; R: wilcox.test(after, before, paired = TRUE), zeros
 * as 'wilcoxon'; Stata's signrank: 'pratt' without correction.
 * @example signedRankTest([0, 0, 0, 0], [1, 2, 3, -4]).p // 0.875
 */
export function signedRankTest(
  before: readonly number[],
  after: readonly number[],
  { zeros: convention = 'wilcoxon', method = 'auto', correct = true }: SignedRankOptions = {},
): SignedRankTest | NotDefined {
  const differences = pairedDifferences(before, after)
  if (differences.length === 0) return notDefined('no-values')
  const changed = differences.filter((difference) => difference !== 0)
  if (changed.length === 0) return notDefined('no-differences')
  const ranked = convention === 'pratt' ? differences : changed
  const { ranks } = midranks(ranked.map(Math.abs))
  const risen = sum(ranks.filter((_, index) => (ranked[index] as number) > 0))
  const fallen = sum(ranks.filter((_, index) => (ranked[index] as number) < 0))
  const counts = { n: differences.length, zeros: differences.length - changed.length, risen, fallen }
  const used = ranks.filter((_, index) => ranked[index] !== 0)
  if (method === 'exact' || (method === 'auto' && changed.length < many)) {
    return { ...counts, method: 'exact', p: Math.min(1, 2 * signedRankTail(used, Math.min(risen, fallen))) }
  }
  const excess = risen - (risen + fallen) / 2
  const spread = Math.sqrt(sum(used.map((rank) => rank ** 2)) / 4)
  const z = (excess - (correct ? Math.sign(excess) / 2 : 0)) / spread
  return { ...counts, method: 'normal', z, p: normalTail(z) }
}
