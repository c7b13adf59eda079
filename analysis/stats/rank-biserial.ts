import { isDefined, type NotDefined } from './not-defined.ts'
import { type SignedRankOptions, signedRankTest } from './signed-rank-test.ts'

/**
 * Rank-biserial correlation of pairs, the effect size of the signed-rank test: 1 where all that changed rose, −1 where
 * all fell.
 *
 *   (R₊ − R₋) / (R₊ + R₋)   with the sums of ranks of risers and fallers
 *
 * Assumes what the test assumes; treats pairs without a change as it does. Undefined where no pair changed. D. Kerby
 * (2014), Comprehensive Psychology 3, 1.
 * @example rankBiserial([0, 0, 0, 0], [1, 2, 3, -4]) // 0.2
 */
export function rankBiserial(
  before: readonly number[],
  after: readonly number[],
  zeros: SignedRankOptions['zeros'] = 'wilcoxon',
): number | NotDefined {
  const test = signedRankTest(before, after, { zeros, method: 'normal' })
  return isDefined(test) ? (test.risen - test.fallen) / (test.risen + test.fallen) : test
}
