import { chiSquareTail } from './chi-square-tail.ts'
import { fairCoinTail } from './fair-coin-tail.ts'
import { assertCounts } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

interface McNemarTest {
  /** Pairs that changed. */
  n: number
  exact: { p: number }
  asymptotic: { chiSquare: number; p: number }
  /** With Edwards' correction for continuity, as R prints it. */
  corrected: { chiSquare: number; p: number }
}

/**
 * McNemar's test: whether as many pairs turned from no to yes as from yes to no.
 *
 *   exact: 2·P(X ≤ min(g, l)), X binomial over g+l and ½;   χ² = (g−l)²/(g+l), corrected (|g−l|−1)²/(g+l), df = 1
 *
 * Assumes independent pairs; the asymptotic forms at least about 25 that changed. Undefined where none changed. Q.
 * McNemar (1947), Psychometrika 12, 153–157; R: mcnemar.test(table), binom.test(gained, gained + lost).
 * @example mcnemarTest(5, 15).exact.p // 0.04138947, rounded
 */
export function mcnemarTest(gained: number, lost: number): McNemarTest | NotDefined {
  assertCounts([gained, lost], 'changed')
  const n = gained + lost
  if (n === 0) return notDefined('no-differences')
  const apart = Math.abs(gained - lost)
  const test = (distance: number) => {
    const chiSquare = distance ** 2 / n
    return { chiSquare, p: chiSquareTail(chiSquare, 1) }
  }
  return {
    n,
    exact: { p: Math.min(1, 2 * fairCoinTail(Math.min(gained, lost), n)) },
    asymptotic: test(apart),
    corrected: test(Math.max(0, apart - 1)),
  }
}
