import t from 'tap'
import { assumptionsOf } from '../../../analysis/compare/assumptions.ts'
import type { ToldNumbers } from '../../../analysis/compare/results.ts'
import { detectableChange } from '../../../analysis/stats/detectable-change.ts'
import { equivalenceTest } from '../../../analysis/stats/equivalence-test.ts'
import { missingShift } from '../../../analysis/stats/missing-shift.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { oneSidedTail } from '../../../analysis/stats/one-sided-tail.ts'
import { pairedChange } from '../../../analysis/stats/paired-change.ts'
import { tTail } from '../../../analysis/stats/t-tail.ts'
import { worstCaseBounds } from '../../../analysis/stats/worst-case-bounds.ts'
import { defined } from '../../support/defined.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Paired {
  before: number[]
  after: number[]
  all: number
}

interface Assumed extends Paired {
  margin: number
  shift: number
  equivalence: object
  detectable: number
  powered: number
  shifted: object
  zero: number
}

interface Bounded extends Paired {
  bounds: { before: number[]; after: number[]; change: number[] }
}

const cases = Object.entries(readReference<Record<string, Assumed | Bounded>>('assumptions'))

t.test('equivalence, what would have been found and a shift of the missing agree with R', async (t) => {
  for (const [name, one] of cases) {
    if ('bounds' in one) continue
    const { before, after, all, margin, shift } = one
    const { n, change, se, test, interval } = defined(pairedChange(before, after))
    if (!isDefined(se) || !isDefined(test) || !isDefined(interval)) return t.fail('there is an error')
    agrees(t, equivalenceTest(change, se, test.df, margin), one.equivalence, `${name}: equivalence`, 9)
    const detectable = detectableChange(se, test.df)
    agrees(t, detectable, one.detectable, `${name}: detectable`, 11)
    t.ok(Math.abs(detectable / one.powered - 1) < 0.01, `${name}: near to what the non-central t says`)
    const share = (all - n) / all
    agrees(t, missingShift(change, interval, share, shift), one.shifted, `${name}: shifted`, 9)
    agrees(t, -change / share, one.zero, `${name}: no change`, 9)
  }
})

t.test('limits of shares agree with what R gets when the missing are put in', async (t) => {
  for (const [name, one] of cases) {
    if (!('bounds' in one)) continue
    const { before, after, all, bounds } = one
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const [first, second] = [mean(before), mean(after)]
    agrees(t, worstCaseBounds(first, before.length, all, [0, 100]), bounds.before, `${name}: before`, 11)
    agrees(t, worstCaseBounds(second, before.length, all, [0, 100]), bounds.after, `${name}: after`, 11)
    agrees(t, worstCaseBounds(second - first, before.length, all, [-100, 100]), bounds.change, `${name}: change`, 11)
  }
})

t.test('one side and the other make up the whole', async (t) => {
  for (const value of [-3, -0.2, 0, 1, 40]) {
    t.ok(Math.abs(oneSidedTail(value, 7) + oneSidedTail(-value, 7) - 1) < 1e-15)
    t.equal(2 * oneSidedTail(Math.abs(value), 7), tTail(value, 7))
  }
})

t.test('the interval of twice the error lies within the margins just when the test says so', async (t) => {
  for (const margin of [0.5, 1, 1.9, 1.93, 3]) {
    const { p, interval } = equivalenceTest(1, 0.5, 9, margin)
    t.equal(p < 0.05, interval[0] > -margin && interval[1] < margin, String(margin))
  }
})

t.test('what cannot be says so', async (t) => {
  t.throws(() => equivalenceTest(1, 1, 9, 0), /leaves nothing between/)
  t.throws(() => worstCaseBounds(1, 4, 3, [0, 1]), /4 cannot be of 3/)
  t.throws(() => missingShift(1, [0, 2], 1, 1), RangeError)
})

const told = (before: number[], after: number[], of: number) =>
  ({
    kind: 'number',
    pairs: { n: before.length, before: { mean: 50 }, after: { mean: 60 } },
    change: pairedChange(before, after, { fraction: before.length / of }),
    observed: { pairs: before.length, of },
  }) as unknown as ToldNumbers

t.test('the missing make of it what they can, and nothing where nobody is missing', async (t) => {
  const [before, after] = [
    [1, 5, 3, 8, 2, 9],
    [2, 7, 3, 9, 5, 9],
  ]
  const given = { level: 0.95, isShare: true, isWhole: true, assumed: { relevant: 2, missingBy: -4 } }
  const found = assumptionsOf(told(before, after, 10), given)
  t.match(found?.missing, { n: 4, of: 10, zeroAt: -(7 / 6) / 0.4, shifted: { by: -4, estimate: 7 / 6 - 1.6 } })
  t.strictSame(found?.missing?.bounds?.[0]?.change, [(60 - 400) / 10, (60 + 400) / 10])
  const turns = found?.missing?.turnsAt
  if (turns === undefined || !isDefined(turns)) return t.fail('there is an interval')
  for (const at of turns.at) {
    const { interval } = defined(pairedChange(before, after, { fraction: 0.6 }))
    if (!isDefined(interval)) return t.fail('there is an interval')
    const [low, high] = missingShift(0, interval, 0.4, at).interval
    t.ok(Math.min(Math.abs(low), Math.abs(high)) < 1e-12, `at ${at} a limit is 0`)
  }
  const all = assumptionsOf(told(before, after, 6), given)
  t.strictSame(all?.detectable, { notDefined: 'no-sampling-error' })
  t.equal(all?.missing, undefined)
  t.equal(assumptionsOf(told(before, after, 8), given)?.missing, undefined, 'of two nothing is told')
  t.notOk('missing' in (assumptionsOf(told(before, after, 10), { ...given, isWhole: false }) ?? {}))
})
