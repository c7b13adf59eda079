import { chiSquareTail } from './chi-square-tail.ts'
import { assertCounts } from './given.ts'
import { isDefined, type NotDefined, notDefined } from './not-defined.ts'
import { qr } from './qr.ts'
import { sum } from './sum.ts'

interface StuartMaxwellTest {
  n: number
  chiSquare: number
  df: number
  p: number
}

/**
 * Stuart and Maxwell's test of marginal homogeneity: whether the categories are as frequent after as before.
 *
 *   χ² = d'S⁻¹d   with dᵢ = nᵢ₊ − n₊ᵢ, Sᵢᵢ = nᵢ₊ + n₊ᵢ − 2nᵢᵢ, Sᵢⱼ = −(nᵢⱼ + nⱼᵢ), without the last category
 *   df = k − 1
 *
 * Categories that nobody entered or left say nothing and are left out; groups of categories that exchange nobody count
 * each for itself, so that df is the rank of S. For two categories it is McNemar's test. Assumes independent pairs and
 * many changes. Undefined where nobody changed. A. Stuart (1955), Biometrika 42, 412–416; A. Maxwell (1970), British
 * Journal of Psychiatry 116, 651–655; R: coin::mh_test.
 * @example stuartMaxwellTest([[20, 10, 5], [3, 30, 15], [0, 5, 40]]).chiSquare // 13.76471, rounded
 */
export function stuartMaxwellTest(table: readonly (readonly number[])[]): StuartMaxwellTest | NotDefined {
  for (const [index, row] of table.entries()) {
    if (row.length !== table.length)
      throw new RangeError(`table[${index}] has ${row.length} columns, the table ${table.length} rows`)
    assertCounts(row, `table[${index}]`)
  }
  const cell = (i: number, j: number) => (table[i] as readonly number[])[j] as number
  const all = [...table.keys()]
  const entered = (i: number) => sum(all.filter((j) => j !== i).map((j) => cell(j, i)))
  const left = (i: number) => sum(all.filter((j) => j !== i).map((j) => cell(i, j)))
  const moved = all.filter((i) => entered(i) + left(i) > 0)
  const n = sum(table.flat())
  if (n === 0) return notDefined('no-values')
  if (moved.length === 0) return notDefined('no-differences')
  const used = moved.slice(0, -1)
  for (;;) {
    const spread = used.map((i) => used.map((j) => (i === j ? entered(i) + left(i) : -cell(i, j) - cell(j, i))))
    const taken = qr(spread)
    if (isDefined(taken)) {
      const difference = used.map((i) => left(i) - entered(i))
      const weighed = taken.solve(difference)
      const chiSquare = sum(difference.map((value, place) => value * (weighed[place] as number)))
      return { n, chiSquare, df: used.length, p: chiSquareTail(chiSquare, used.length) }
    }
    used.splice(Number(taken.where?.[0]), 1)
  }
}
