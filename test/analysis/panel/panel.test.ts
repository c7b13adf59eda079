import fc from 'fast-check'
import t from 'tap'
import { compare } from '../../../analysis/compare/compare-numbers.ts'
import { type AnswerColumn, buildPanel, type WaveAnswers } from '../../../analysis/panel/build-panel.ts'
import { type Column, countReasons, givenValues } from '../../../analysis/panel/column.ts'
import { derive } from '../../../analysis/panel/derive.ts'
import { reasonOf } from '../../../analysis/panel/reasons.ts'

const wave = (name: string, units: string[], columns: Record<string, AnswerColumn>): WaveAnswers => ({
  wave: name,
  units,
  columns: new Map(Object.entries(columns)),
})

const cells = ({ values, reasons }: Column) => [...values].map((value, index) => reasonOf(reasons[index] ?? 0) ?? value)

const first = wave('w1', ['b', 'a', 'c'], {
  total: { numbers: [20, 10, 0] },
  part: { numbers: [5, null, 0], flagged: Uint8Array.of(0, 1, 0) },
})
const second = wave('w2', ['a', 'd'], { total: { numbers: [12, null] } })
const panel = buildPanel(['a', 'b', 'c', 'd'], [first, second], ['total', 'part'])
const column = (at: number, name: string) => panel.waves[at]?.columns.get(name) as Column

t.test('every cell is a value or says why not', async (t) => {
  t.strictSame(cells(column(0, 'total')), [10, 20, 0, 'keine_teilnahme'])
  t.strictSame(cells(column(0, 'part')), ['nicht_vorhanden', 5, 0, 'keine_teilnahme'])
  t.strictSame(cells(column(1, 'total')), [12, 'keine_teilnahme', 'keine_teilnahme', 'leer'])
  t.strictSame(cells(column(1, 'part')), ['nicht_gefragt', 'keine_teilnahme', 'keine_teilnahme', 'nicht_gefragt'])
})

t.test('a share of nothing cannot be computed, and what is missing stays missing for its reason', async (t) => {
  const terms = (plus: string[], minus: string[] = []) => ({ plus, minus })
  const columns = panel.waves[0]?.columns ?? new Map()
  const possible = terms([])
  const share = { kind: 'share', parts: terms(['part']), base: terms(['total']), possible } as const
  const { result, parts, base } = derive(share, columns, 4)
  t.strictSame(cells(result), ['nicht_vorhanden', 25, 'nicht_berechenbar', 'keine_teilnahme'])
  t.strictSame([parts?.[1], base?.[1]], [5, 20])
  const known = derive({ ...share, base: terms(['total'], ['part']) }, columns, 4)
  t.strictSame(cells(known.result)[1], 100 / 3, 'those of whom nothing is known are taken off the base')
  const turned = derive({ ...share, parts: terms(['total']), base: terms(['part']) }, columns, 4)
  t.strictSame(cells(turned.result).slice(1, 3), ['widerspruch', 'nicht_berechenbar'])
  const sum = { kind: 'sum', parts: terms(['part', 'total']), base: terms([]), possible } as const
  t.strictSame(cells(derive(sum, columns, 4).result).slice(1, 3), [25, 0])
  const change = { kind: 'change', parts: terms(['part'], ['total']), base: terms([]), possible } as const
  t.strictSame(cells(derive(change, columns, 4).result)[1], -15)
  const never = derive({ ...share, parts: terms(['nie']) }, new Map(), 2)
  t.strictSame(cells(never.result), ['nicht_gefragt', 'nicht_gefragt'])
})

t.test('an upper bound counts whoever may belong, as far as the base has room', async (t) => {
  const terms = (...plus: string[]) => ({ plus, minus: [] })
  const [a, b] = [['a', 'b', 'c', 'd', 'e'], { parts: [4, 4, 11, 4, 0], possible: [3, 9, 1, null, 0] }]
  const asked = buildPanel(
    a,
    [
      wave('w', a, {
        ...Object.fromEntries(Object.entries(b).map(([name, numbers]) => [name, { numbers }])),
        base: { numbers: [10, 10, 10, 10, 0] },
      }),
    ],
    ['parts', 'possible', 'base'],
  )
  const columns = asked.waves[0]?.columns ?? new Map()
  const { result, parts } = derive(
    { kind: 'share', parts: terms('parts'), possible: terms('possible'), base: terms('base') },
    columns,
    5,
  )
  t.strictSame(cells(result), [70, 100, 'widerspruch', 'leer', 'nicht_berechenbar'])
  t.strictSame([...(parts ?? [])].slice(0, 2), [7, 10], 'the pooled share is one of persons that there are')
})

t.test('a comparison counts pairs, and says why the others are none', async (t) => {
  const [earlier, later] = [{ result: column(0, 'total') }, { result: column(1, 'total') }]
  const { units, before, after, pairs, missing, change } = compare(earlier, later, [0, 1, 2, 3])
  t.strictSame([units, before.n, before.total, after.n, pairs.n], [4, 3, { sum: 30 }, 1, 1])
  t.strictSame(missing, { before: { keine_teilnahme: 1 }, after: { keine_teilnahme: 2, leer: 1 } })
  t.match(change, { n: 1, before: 10, after: 12, change: 2 })
})

t.test('whatever is put in, values and reasons make up the units', async () => {
  const number = fc.option(fc.integer({ min: 0, max: 100 }))
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), number), { selector: ([unit]) => unit })
  const units = Array.from({ length: 25 }, (_, index) => String(index))
  fc.assert(
    fc.property(rows, (some) => {
      const one = wave(
        'w',
        some.map(([unit]) => String(unit)),
        { x: { numbers: some.map(([, value]) => value) } },
      )
      const made = buildPanel(units, [one], ['x']).waves[0]?.columns.get('x') as Column
      const missing = Object.values(countReasons(made, units.keys())).reduce((a, b) => a + b, 0)
      return givenValues(made).length + missing === units.length
    }),
  )
})
