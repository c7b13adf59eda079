import fc from 'fast-check'
import t from 'tap'
import { shareInterval } from '../../../analysis/stats/share-interval.ts'
import { wilsonInterval } from '../../../analysis/stats/wilson-interval.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Wilson {
  hits: number
  n: number
  interval: number[]
  interval99: number[]
}

t.test('Wilson intervals as in R', async (t) => {
  for (const { hits, n, ...expected } of readReference<{ wilson: Wilson[] }>('shares').wilson) {
    const found = { interval: wilsonInterval(hits, n), interval99: wilsonInterval(hits, n, 0.99) }
    agrees(t, found, expected, `${hits} of ${n}`, 12)
  }
})

interface Sampled {
  share: number
  se: number
  df: number
  level: number
  interval: number[]
}

t.test('intervals of shares of weighted samples as in R', async (t) => {
  for (const { share, se, df, level, interval } of readReference<{ sampled: Sampled[] }>('shares').sampled)
    agrees(t, { interval: shareInterval(share, se, df, level) }, { interval }, `${share}`, 10)
  t.throws(() => shareInterval(0, 0.1, 9), { message: '0 is no share between 0 and 1' })
})

t.test('edges', async (t) => {
  t.strictSame(wilsonInterval(0, 0), { notDefined: 'no-values' })
  t.throws(() => wilsonInterval(3, 2), { message: '3 of 2 is no share' })
  t.throws(() => wilsonInterval(Number.NaN, 2), RangeError)
  t.throws(() => wilsonInterval(1, 2, 95), { message: 'level is 95: it has to lie between 0 and 1' })
})

t.test('stays within 0 and 1, mirrors, and narrows with more cases', async () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
      const n = hits + misses + 1
      const [low, high] = wilsonInterval(hits, n) as [number, number]
      const [mirroredLow, mirroredHigh] = wilsonInterval(n - hits, n) as [number, number]
      const [moreLow, moreHigh] = wilsonInterval(hits * 4, n * 4) as [number, number]
      return (
        low >= 0 &&
        high <= 1 &&
        low <= hits / n &&
        high >= hits / n &&
        Math.abs(low + mirroredHigh - 1) < 1e-12 &&
        Math.abs(high + mirroredLow - 1) < 1e-12 &&
        moreHigh - moreLow < high - low
      )
    }),
  )
})
