import fc from 'fast-check'
import t from 'tap'
import { readPeriod } from '../../../analysis/sources/period.ts'
import { type Carried, carryTo, type Dated } from '../../../analysis/territory/carry.ts'
import type { Merger } from '../../../analysis/territory/mergers.ts'

const joins: Merger = { ab: '2010-01-01', in: '117001', art: 'eingliederung', aus: { '117002': 'B', '117003': 'C' } }
const isNew: Merger = { ab: '2015-01-01', in: '117009', art: 'neubildung', aus: { '117001': 'A', '117004': 'D' } }
const both = [isNew, joins]

function figures(time: string, values: Record<string, number | 'geheim' | 'nichts'>): Dated[] {
  const period = readPeriod(time)
  if (period === undefined) throw new Error(time)
  return Object.entries(values).map(([region, value]) =>
    typeof value === 'number'
      ? { region, period, value, missing: null }
      : { region, period, value: null, missing: value },
  )
}
const valuesOf = (carried: readonly Carried[]) =>
  Object.fromEntries(carried.map(({ region, value, missing }) => [region, value ?? missing]))
const old = { '117001': 10, '117002': 3, '117003': 2, '117004': 5, '117005': 7 }

t.test('sums: the parts become one, merger after merger, whatever the order they are listed in', async (t) => {
  for (const mergers of [both, both.toReversed()]) {
    const carried = carryTo('2019-12-31', figures('2009', old), 'sum', mergers)
    t.strictSame(valuesOf(carried), { '117005': 7, '117009': 20 })
    t.strictSame(carried.find(({ region }) => region === '117009')?.parts.toSorted(), [
      '117001',
      '117002',
      '117003',
      '117004',
    ])
  }
  t.strictSame(valuesOf(carryTo('2012-12-31', figures('2009', old), 'sum', both)), {
    '117001': 15,
    '117004': 5,
    '117005': 7,
  })
  t.strictSame(valuesOf(carryTo('2009-12-31', figures('2009', old), 'sum', both)), old)
})

t.test('means: weighed with the figures of the same time, or else of the same year', async (t) => {
  const shares = figures('2009', { '117001': 10, '117002': 20, '117003': 60 })
  const weights = figures('2009-12-31', { '117001': 100, '117002': 50, '117003': 50 })
  const rule = { mean: 'einwohner' }
  t.strictSame(valuesOf(carryTo('2019-12-31', shares, rule, [joins], weights)), { '117001': 25 })
  t.strictSame(valuesOf(carryTo('2019-12-31', shares, rule, [joins], weights.slice(1))), { '117001': 'gewicht_fehlt' })
  const next = figures('2008-12-31', { '117001': 1, '117002': 1, '117003': 1 })
  t.strictSame(valuesOf(carryTo('2019-12-31', shares, rule, [joins], next)), { '117001': 'gewicht_fehlt' })
  const nobody = figures('2009-12-31', { '117001': 0, '117002': 0, '117003': 0 })
  t.strictSame(valuesOf(carryTo('2019-12-31', shares, rule, [joins], nobody)), { '117001': 'gewicht_fehlt' })
})

t.test('two mergers, one after the other, weigh as one', async (t) => {
  const shares = figures('2009', { '117001': 10, '117002': 20, '117003': 60, '117004': 40 })
  const weights = figures('2009', { '117001': 100, '117002': 50, '117003': 50, '117004': 200 })
  t.strictSame(valuesOf(carryTo('2019-12-31', shares, { mean: 'einwohner' }, both, weights)), { '117009': 32.5 })
})

t.test('what each unit decides for itself is not carried', async (t) => {
  t.strictSame(valuesOf(carryTo('2019-12-31', figures('2009', old), 'none', [joins])), {
    '117001': 'nicht_uebertragbar',
    '117004': 5,
    '117005': 7,
  })
})

t.test('a part without a value leaves the whole without one; a reason that all share stays', async (t) => {
  const carry = (values: Record<string, number | 'geheim' | 'nichts'>) =>
    valuesOf(carryTo('2019-12-31', figures('2009', values), 'sum', [joins]))['117001']
  t.equal(carry({ '117001': 10, '117002': 3 }), 'unvollstaendig', 'a part that nobody speaks of')
  t.equal(carry({ '117001': 10, '117002': 3, '117003': 'geheim' }), 'unvollstaendig')
  t.equal(carry({ '117001': 10, '117002': 3, '117003': 'nichts' }), 'unvollstaendig', 'a dash is not surely 0')
  t.equal(carry({ '117001': 'geheim', '117002': 'geheim', '117003': 'geheim' }), 'geheim')
  t.equal(carry({ '117001': 'nichts', '117002': 'geheim', '117003': 'geheim' }), 'unvollstaendig')
})

t.test('what the source has recalculated itself is taken as it is', async (t) => {
  t.strictSame(valuesOf(carryTo('2019-12-31', figures('2013', { '117009': 21 }), 'sum', both)), { '117009': 21 })
  const listed = { '117009': 21, '117001': 'nichts', '117004': 'nichts' } as const
  t.strictSame(valuesOf(carryTo('2019-12-31', figures('2013', listed), 'sum', both)), { '117009': 21 })
  t.strictSame(
    valuesOf(carryTo('2019-12-31', figures('2010', { '117001': 15 }), 'sum', [{ ...joins, ab: '2010-07-01' }])),
    { '117001': 15 },
    'the year in which the merger falls',
  )
  t.strictSame(
    valuesOf(carryTo('2019-12-31', figures('2009', { '117001': 10 }), 'sum', [joins])),
    { '117001': 'unvollstaendig' },
    'one that was there before may have meant its old borders',
  )
})

t.test('what has become one cannot be divided', async (t) => {
  t.strictSame(valuesOf(carryTo('2009-12-31', figures('2018', { '117009': 20, '117005': 7 }), 'sum', both)), {
    '117005': 7,
    '117001': 'nicht_teilbar',
    '117002': 'nicht_teilbar',
    '117003': 'nicht_teilbar',
    '117004': 'nicht_teilbar',
  })
})

t.test('nothing is lost and nothing is added: the total stays the same', async (t) => {
  const amounts = fc.record({
    '117001': fc.nat(),
    '117002': fc.nat(),
    '117003': fc.nat(),
    '117004': fc.nat(),
    '117005': fc.nat(),
  })
  const days = fc.constantFrom('2009-12-31', '2010-01-01', '2014-12-31', '2015-01-01', '2030-01-01')
  fc.assert(
    fc.property(amounts, days, (values, day) => {
      const carried = carryTo(day, figures('2009', values), 'sum', both)
      const total = (numbers: (number | null)[]) => numbers.reduce<number>((sum, one) => sum + (one ?? Number.NaN), 0)
      return total(carried.map(({ value }) => value)) === total(Object.values(values))
    }),
  )
  t.pass()
})

t.test('times are carried each for itself', async (t) => {
  const years = [...figures('2009', old), ...figures('2018', { '117009': 30, '117005': 8 })]
  const carried = carryTo('2019-12-31', years, 'sum', both)
  t.strictSame(carried.map(({ period, region, value }) => `${period.start} ${region} ${value}`).toSorted(), [
    '2009-01-01 117005 7',
    '2009-01-01 117009 20',
    '2018-01-01 117005 8',
    '2018-01-01 117009 30',
  ])
})
