import { assertCounts } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'

/** Tables this close to the observed one count as equally likely, as in R. */
const tolerance = 1 + 1e-7

/**
 * Fisher's exact test of a 2×2 table: how often a table with these margins would be as unlikely as this one, or more.
 *
 *   Σ P(k) over all k with P(k) ≤ P(a),  P(k) = C(a+c, k)·C(b+d, a+b−k) / C(n, a+b)
 *
 * P is built up from neighbour to neighbour, P(k+1)/P(k) = (m₁−k)(n₁−k) / ((k+1)(n−m₁−n₁+k+1)), away from its peak, so
 * that nothing overflows or cancels. Assumes independent cases. Two-sided p; 1 where a row or column is empty,
 * undefined for n = 0. R. A. Fisher (1935), JRSS 98, 39–54; R: fisher.test(table)$p.value.
 * @example fisherTest([[3, 1], [1, 3]]) // 0.4857143, rounded
 */
export function fisherTest([[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]]):
  | number
  | NotDefined {
  assertCounts([a, b, c, d], 'table')
  if (![a, b, c, d].every(Number.isInteger))
    throw new RangeError('the counts of an exact test have to be whole numbers')
  const [row, column, total] = [a + b, a + c, a + b + c + d]
  if (total === 0) return notDefined('no-values')
  const [least, most] = [Math.max(0, row + column - total), Math.min(row, column)]
  const peak = Math.min(most, Math.max(least, Math.floor(((row + 1) * (column + 1)) / (total + 2))))
  const upwards = (k: number) => ((row - k) * (column - k)) / ((k + 1) * (total - row - column + k + 1))
  const weights = new Array<number>(most - least + 1)
  weights[peak - least] = 1
  for (let k = peak; k < most; k += 1) weights[k + 1 - least] = (weights[k - least] as number) * upwards(k)
  for (let k = peak; k > least; k -= 1) weights[k - 1 - least] = (weights[k - least] as number) / upwards(k - 1)
  const limit = (weights[a - least] as number) * tolerance
  return Math.min(1, sum(weights.filter((weight) => weight <= limit)) / sum(weights))
}
