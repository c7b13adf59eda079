import { chiSquareTail } from './chi-square-tail.ts'
import { counted } from './counted.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'

export interface ChiSquareTest {
  n: number
  chiSquare: number
  df: number
  p: number
  /** Cramér's V, from 0 (independent) to 1. */
  cramersV: number
  /** Of the rows and columns that somebody is in. */
  expected: number[][]
  /** Cells with an expected number below 5: R warns as soon as there is one. */
  expectedBelow5: number
  /** Cochran's rule: nowhere below 1, at most a fifth of the cells below 5. Otherwise p is not to be trusted. */
  enoughExpected: boolean
}

/**
 * Pearson's χ² test of independence.
 *
 *   χ² = Σ (nᵢⱼ−eᵢⱼ)²/eᵢⱼ   with eᵢⱼ = nᵢ₊n₊ⱼ/n, df = (r−1)(c−1);   V = √(χ² / (n·min(r−1, c−1)))
 *
 * Assumes independent cases and enough expected in the cells; without Yates' correction. Rows and columns without a
 * case are left out. Undefined where fewer than two rows or columns remain. K. Pearson (1900), Philosophical Magazine
 * 50, 157–175; W. Cochran (1954), Biometrics 10, 417–451; R: chisq.test(table, correct = FALSE).
 * @example chiSquareTest([[10, 20], [20, 10]]).chiSquare // 6.666667, rounded
 */
export function chiSquareTest(table: readonly (readonly number[])[]): ChiSquareTest | NotDefined {
  const { rows, rowTotals, columnTotals, total } = counted(table)
  if (total === 0) return notDefined('no-values')
  const smaller = Math.min(rowTotals.length, columnTotals.length) - 1
  if (smaller < 1) return notDefined('no-variation')
  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / total))
  const terms = expected.flatMap((row, i) => row.map((e, j) => (((rows[i] as number[])[j] as number) - e) ** 2 / e))
  const chiSquare = sum(terms)
  const df = (rowTotals.length - 1) * (columnTotals.length - 1)
  const cells = expected.flat()
  const expectedBelow5 = cells.filter((e) => e < 5).length
  return {
    n: total,
    chiSquare,
    df,
    p: chiSquareTail(chiSquare, df),
    cramersV: Math.sqrt(chiSquare / (total * smaller)),
    expected,
    expectedBelow5,
    enoughExpected: expectedBelow5 <= cells.length / 5 && cells.every((e) => e >= 1),
  }
}
