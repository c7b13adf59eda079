import fc from 'fast-check'
import t from 'tap'
import { chiSquareTail } from '../../../analysis/stats/chi-square-tail.ts'
import { fTail } from '../../../analysis/stats/f-tail.ts'
import { fairCoinTail } from '../../../analysis/stats/fair-coin-tail.ts'
import { hedgesCorrection } from '../../../analysis/stats/hedges-correction.ts'
import { normalQuantile } from '../../../analysis/stats/normal-quantile.ts'
import { normalTail } from '../../../analysis/stats/normal-tail.ts'
import { tQuantile } from '../../../analysis/stats/t-quantile.ts'
import { tTail } from '../../../analysis/stats/t-tail.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Columns {
  [column: string]: number[]
}
const cases = readReference<Record<string, Columns>>('distributions')

/** The result of a function for every row of the reference. */
const rows = (name: string, of: (...row: number[]) => number, inputs: string[]) => {
  const columns = cases[name] as Columns
  return (columns[inputs[0] as string] as number[]).map((_, row) =>
    of(...inputs.map((input) => columns[input]?.[row] as number)),
  )
}

t.test('tails and quantiles agree with R, far out too', async (t) => {
  agrees(t, rows('tTail', tTail, ['t', 'df']), cases.tTail?.p, 't', 11)
  agrees(t, rows('tQuantile', tQuantile, ['p', 'df']), cases.tQuantile?.t, 'quantiles of t', 11)
  agrees(t, rows('normalTail', normalTail, ['z']), cases.normalTail?.p, 'normal', 12)
  agrees(t, rows('normalQuantile', normalQuantile, ['p']), cases.normalQuantile?.z, 'quantiles of the normal', 13)
  agrees(t, rows('chiSquareTail', chiSquareTail, ['x', 'df']), cases.chiSquareTail?.p, 'χ²', 11)
  agrees(t, rows('fTail', fTail, ['f', 'df1', 'df2']), cases.fTail?.p, 'F', 11)
  agrees(t, rows('fairCoinTail', fairCoinTail, ['k', 'n']), cases.fairCoinTail?.p, 'binomial', 11)
  agrees(t, rows('hedgesCorrection', hedgesCorrection, ['df']), cases.hedgesCorrection?.j, "Hedges' correction", 11)
})

t.test('p lies between 0 and 1, and falls as the statistic grows', async () => {
  const positive = fc.double({ min: 0, max: 1e6, noNaN: true })
  const df = fc.double({ min: 0.5, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(positive, positive, df, (a, b, df) => {
      const [small, large] = [Math.min(a, b), Math.max(a, b)]
      const tails: ((x: number) => number)[] = [
        normalTail,
        (x) => tTail(x, df),
        (x) => chiSquareTail(x, df),
        (x) => fTail(x, 3, df),
      ]
      return tails.every((tail) => tail(large) >= 0 && tail(small) <= 1 && tail(large) <= tail(small) * (1 + 1e-9))
    }),
  )
})

t.test('quantiles are symmetric and turn tails back', async () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
      fc.double({ min: 1, max: 1e5, noNaN: true }),
      (p, df) => {
        const z = normalQuantile(p)
        const quantile = tQuantile(p, df)
        return (
          Math.abs(normalTail(z) - 2 * p) < 1e-12 * p + 1e-300 &&
          Math.abs(tTail(quantile, df) / (2 * p) - 1) < 1e-8 &&
          Math.abs(normalQuantile(1 - p) + z) < 1e-8
        )
      },
    ),
  )
})

t.test('a quantile that cannot be computed is refused', async (t) => {
  t.throws(() => normalQuantile(0), RangeError)
  t.throws(() => normalQuantile(1), RangeError)
  t.throws(() => normalQuantile(Number.NaN), RangeError)
})
