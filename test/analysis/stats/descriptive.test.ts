import fc from 'fast-check'
import t from 'tap'
import { mean } from '../../../analysis/stats/mean.ts'
import { median } from '../../../analysis/stats/median.ts'
import { moments } from '../../../analysis/stats/moments.ts'
import { quantile } from '../../../analysis/stats/quantile.ts'
import { sum } from '../../../analysis/stats/sum.ts'
import { agrees, correctDigits, readReference } from '../../support/reference.ts'

/** What the squares of `moments` are for. */
const variance = (values: readonly number[]) => moments(values).squares / (values.length - 1)

interface Case {
  x: number[]
  mean: number
  variance: number
  median: number
  p: number[]
  quantiles: number[]
}

t.test('mean, variance, median and quantiles agree with R', async (t) => {
  for (const [name, { x, p, ...expected }] of Object.entries(readReference<Record<string, Case>>('descriptive'))) {
    const quantiles = p.map((share) => quantile(x, share))
    agrees(t, { mean: mean(x), variance: variance(x), median: median(x), quantiles }, expected, name, 13)
  }
})

t.test('the certified values of NIST are hit as closely as the data can be written', async (t) => {
  const around = (middle: number, low: number, high: number, pairs: number) => [
    middle,
    ...Array.from({ length: pairs }, () => [low, high]).flat(),
  ]
  const sets: Record<string, { x: number[]; mean: number; sd: number; digits: number }> = {
    NumAcc1: { x: [10000001, 10000003, 10000002], mean: 10000002, sd: 1, digits: 15 },
    NumAcc2: { x: around(1.2, 1.1, 1.3, 500), mean: 1.2, sd: 0.1, digits: 14 },
    NumAcc3: { x: around(1000000.2, 1000000.1, 1000000.3, 500), mean: 1000000.2, sd: 0.1, digits: 9 },
    NumAcc4: { x: around(10000000.2, 10000000.1, 10000000.3, 500), mean: 10000000.2, sd: 0.1, digits: 8 },
  }
  for (const [name, { x, mean: certified, sd, digits }] of Object.entries(sets)) {
    t.ok(correctDigits(mean(x) as number, certified) >= 15, `${name}, mean`)
    t.ok(correctDigits(Math.sqrt(variance(x)), sd) >= digits, `${name}, standard deviation`)
  }
  const michelson = readReference<Record<string, Case>>('descriptive').morley_speed?.x.map((speed) => speed / 1000)
  t.ok(correctDigits(mean(michelson ?? []) as number, 299.8524) >= 15, 'Michelso, mean')
  t.ok(correctDigits(Math.sqrt(variance(michelson ?? [])), 0.0790105478190518) >= 13, 'Michelso, deviation')
})

t.test('what is not defined says why', async (t) => {
  t.strictSame([mean([]), median([]), quantile([], 0.1)], Array(3).fill({ notDefined: 'no-values' }))
  t.strictSame([mean([3]), median([3]), quantile([3], 0.9), moments([3, 3]).squares], [3, 3, 3, 0])
})

t.test('what is not a number is refused, by name and place', async (t) => {
  const message = 'values[1] is NaN: only given, finite numbers can be reckoned with'
  for (const statistic of [mean, moments, median]) t.throws(() => statistic([1, Number.NaN]), { message })
  t.throws(() => mean([Number.POSITIVE_INFINITY]), { message: /^values\[0] is Infinity/ })
  t.throws(() => mean([null as unknown as number]), { message: /^values\[0] is null/ })
  t.throws(() => quantile([1], 1.1), RangeError)
})

const value = fc.integer({ min: -1_000_000, max: 1_000_000 })
const values = fc.array(value, { minLength: 2, maxLength: 60 })

t.test('laws of shift, scale and order', async () => {
  const close = (a: unknown, b: number) => Math.abs((a as number) - b) <= 1e-9 * Math.max(1, Math.abs(b))
  fc.assert(
    fc.property(values, value, fc.integer({ min: -50, max: 50 }), (x, shift, factor) => {
      const moved = x.map((number) => number * factor + shift)
      const backwards = [...x].reverse()
      return (
        close(mean(moved), (mean(x) as number) * factor + shift) &&
        close(variance(moved), variance(x) * factor ** 2) &&
        close(median(moved), (median(x) as number) * factor + shift) &&
        variance(backwards) === variance(x) &&
        median(backwards) === median(x) &&
        close(
          quantile(
            x.map((number) => -number),
            0.2,
          ),
          -(quantile(x, 0.8) as number),
        )
      )
    }),
  )
})

t.test('a large offset leaves the variance as it is', async () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 60 }), (x) => {
      const [near, far] = [variance(x), variance(x.map((number) => number + 2 ** 50))]
      return Math.abs(far - near) <= 1e-12 * near
    }),
  )
})

t.test('a sum keeps what is small beside what is large', async (t) => {
  t.equal(sum([]), 0)
  fc.assert(fc.property(values, (x) => sum([1e17, ...x, -1e17]) === sum(x)))
})
