import { fairCoinTail } from './fair-coin-tail.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { pairedDifferences } from './paired-differences.ts'

export interface SignTest {
  n: number
  risen: number
  fallen: number
  /** Two-sided, exact. */
  p: number
}

/**
 * Sign test: whether as many rose as fell.
 *
 *   p = 2·P(X ≤ min(risen, fallen)), at most 1, with X binomial over risen + fallen and ½
 *
 * Assumes independent pairs, nothing about the size of changes; pairs without a change are left out. Undefined where no
 * pair changed. J. Arbuthnot (1710), Phil. Trans. 27, 186–190; R: binom.test(risen, risen + fallen).
 * @example signTest([0, 0, 0, 0, 0], [1, 1, 1, 1, -1]).p // 0.375
 */
export function signTest(before: readonly number[], after: readonly number[]): SignTest | NotDefined {
  const differences = pairedDifferences(before, after)
  const risen = differences.filter((difference) => difference > 0).length
  const fallen = differences.filter((difference) => difference < 0).length
  if (differences.length === 0) return notDefined('no-values')
  if (risen + fallen === 0) return notDefined('no-differences')
  const p = Math.min(1, 2 * fairCoinTail(Math.min(risen, fallen), risen + fallen))
  return { n: differences.length, risen, fallen, p }
}
