import { hasValue, type WaveValues } from '../panel/column.ts'
import { median } from '../stats/median.ts'
import { moments } from '../stats/moments.ts'
import { type NotDefined, notDefined } from '../stats/not-defined.ts'
import { quantile } from '../stats/quantile.ts'
import { sum } from '../stats/sum.ts'

/** Where a variable stands in a wave, among those who have a value. */
export interface Level {
  n: number
  mean: number | NotDefined
  sd: number | NotDefined
  median: number | NotDefined
  /** The first and the third quartile (type 7). */
  quartiles: [number, number] | NotDefined
  /** Over all of them: the sum of what can be added up, and of shares the share of all parts in all bases. */
  total: { sum: number } | { parts: number; base: number; share: number | NotDefined } | { perUnit: true }
}

/** The level of a variable among some units. */
export function levelOf({ result, parts, base, perUnit }: WaveValues, indices: readonly number[]): Level {
  const given = indices.filter((index) => hasValue(result, index))
  const values = given.map((index) => result.values[index] as number)
  const [first, third] = [quantile(values, 0.25), quantile(values, 0.75)]
  const { n, mean, squares } = moments(values)
  const spread = n < 2 ? notDefined(n === 0 ? 'no-values' : 'too-few-values') : Math.sqrt(squares / (n - 1))
  const over = (column: Float64Array) => sum(given.map((index) => column[index] as number))
  const totalOf = (): Level['total'] => {
    if (parts !== undefined && base !== undefined) return pooled(over(parts), over(base))
    return perUnit ? { perUnit } : { sum: sum(values) }
  }
  return {
    n,
    mean: n === 0 ? notDefined('no-values') : mean,
    sd: spread,
    median: median(values),
    quartiles: typeof first === 'number' && typeof third === 'number' ? [first, third] : notDefined('no-values'),
    total: totalOf(),
  }
}

const pooled = (parts: number, base: number) => ({
  parts,
  base,
  share: base > 0 ? (100 * parts) / base : notDefined('no-values'),
})
