import fc from 'fast-check'
import t from 'tap'
import { mannWhitneyTest } from '../../../analysis/stats/mann-whitney-test.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { rankSumTail } from '../../../analysis/stats/rank-sum-tail.ts'
import { standardisedDifference } from '../../../analysis/stats/standardised-difference.ts'
import { welchTest } from '../../../analysis/stats/welch-test.ts'
import { defined } from '../../support/defined.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Case {
  first: number[]
  second: number[]
  welch: object
  mannWhitney: { u: number; normal: number; uncorrected: number; exact?: number }
  standardised: number
}

for (const [name, { first, second, ...expected }] of Object.entries(
  readReference<Record<string, Case>>('two-sample'),
)) {
  t.test(`${name} as in R`, async (t) => {
    agrees(t, welchTest(first, second), expected.welch, 'Welch', 11)
    agrees(t, standardisedDifference(first, second), expected.standardised, 'standardised difference', 12)
    const { u, normal, uncorrected, exact } = expected.mannWhitney
    agrees(t, mannWhitneyTest(first, second, { method: 'normal' }), { u, p: normal }, 'normal approximation', 11)
    const plain = mannWhitneyTest(first, second, { method: 'normal', correct: false })
    agrees(t, plain, { u, p: uncorrected }, 'without correction', 11)
    if (exact !== undefined) agrees(t, mannWhitneyTest(first, second), { method: 'exact', p: exact }, 'exact', 11)
  })
}

t.test('exact counting is tried with and without ties', async (t) => {
  const cases = Object.values(readReference<Record<string, Case>>('two-sample'))
  const exact = cases.filter(({ mannWhitney }) => mannWhitney.exact !== undefined)
  const tied = exact.filter(({ first, second }) => new Set([...first, ...second]).size < first.length + second.length)
  t.ok(tied.length >= 2 && exact.length > tied.length + 1, `${tied.length} with ties of ${exact.length}`)
})

t.test('the figures of a textbook', async (t) => {
  const { first, second } = readReference<Record<string, Case>>('two-sample').hollander as Case
  const test = defined(mannWhitneyTest(first, second))
  t.equal(test.u, 35, 'Hollander and Wolfe, example 4.1, water through membranes: W = 35')
  t.equal(Math.round(test.p * 1e4) / 1e4, 0.2544, 'one-sided 0.1272')
})

t.test('what is not defined says why', async (t) => {
  for (const test of [welchTest, mannWhitneyTest, standardisedDifference]) {
    t.strictSame(test([], [1]), { notDefined: 'no-values' })
    t.strictSame(test([3, 3], [3, 3]), { notDefined: 'no-variation' })
    t.throws(() => test([1, Number.NaN], [1, 2]), RangeError)
  }
  t.strictSame(welchTest([1], [1, 2]), { notDefined: 'too-few-values' })
  t.strictSame(standardisedDifference([1], [1, 2]), { notDefined: 'too-few-values' })
  t.match(mannWhitneyTest([1], [2]), { u: 0, p: 1, method: 'exact' })
  t.match(welchTest([1, 1], [2, 3]), { df: 1 }, 'one group may be flat')
})

const number = fc.integer({ min: -20, max: 20 })
const group = fc.array(number, { minLength: 2, maxLength: 20 })

t.test('exchanged groups mirror each other, and shift and scale change no p', async () => {
  const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
  fc.assert(
    fc.property(group, group, number, fc.integer({ min: 1, max: 9 }), (first, second, shift, factor) => {
      const moved = (values: number[]) => values.map((value) => value * factor + shift)
      const [there, back] = [mannWhitneyTest(first, second), mannWhitneyTest(second, first)]
      const [one, other] = [welchTest(first, second), welchTest(second, first)]
      const again = welchTest(moved(first), moved(second))
      if (!isDefined(there)) return !isDefined(back)
      if (!isDefined(one)) return !isDefined(other)
      return (
        close(there.p, defined(back).p) &&
        there.p > 0 &&
        there.p <= 1 &&
        there.u + defined(back).u === first.length * second.length &&
        there.rankBiserial >= -1 &&
        there.rankBiserial <= 1 &&
        close(there.p, defined(mannWhitneyTest(moved(first), moved(second))).p) &&
        close(one.p, defined(other).p) &&
        close(one.difference, -defined(other).difference) &&
        close(one.p, defined(again).p) &&
        close(one.df, defined(again).df)
      )
    }),
  )
})

t.test('the exact distribution of rank sums adds up to 1', async () => {
  const ranks = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 2, maxLength: 15 })
  fc.assert(
    fc.property(ranks, fc.nat(), (ranks, pick) => {
      const size = 1 + (pick % ranks.length)
      const total = ranks.reduce((all, rank) => all + rank, 0)
      return Math.abs(rankSumTail(ranks, size, total) - 1) < 1e-12 && rankSumTail(ranks, size, -1) === 0
    }),
  )
})
