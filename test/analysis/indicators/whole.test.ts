import t from 'tap'
import { isDividedBy, type PartFigure, wholesOf } from '../../../analysis/indicators/whole.ts'

const rule = { STATUS: ['A', 'B'], GES: ['GESM', 'GESW'], LAND: 'every' as const }
const period = { start: '2024-12-31', months: 0 } as const
const part = (breakdown: string, value: number | null, rest: Partial<PartFigure> = {}): PartFigure => ({
  breakdown,
  region: '115',
  period,
  value,
  missing: value === null ? 'unbekannt_oder_geheim' : null,
  uncertain: false,
  batches: [1],
  ...rest,
})
const all = [
  part('GES=GESM;LAND=X;STATUS=A', 5),
  part('GES=GESM;LAND=Y;STATUS=A', 10),
  part('GES=GESW;LAND=X;STATUS=A', 20),
  part('GES=GESM;LAND=X;STATUS=B', 40),
  part('GES=GESW;LAND=Z;STATUS=B', 80, { batches: [2], uncertain: true }),
]

t.test('the sum of the listed parts in every combination, with the imports it came by', async (t) => {
  t.strictSame(wholesOf(rule, all), [
    { region: '115', period, value: 155, missing: null, uncertain: true, batches: [1, 2] },
  ])
  const overlapping = [...all, part('GES=GESM;LAND=X;STATUS=A-1', 3), part('GES=GESM;LAND=X;STATUS=C', null)]
  t.equal(wholesOf(rule, overlapping)[0]?.value, 155, 'what the rule does not list does not count')
})

t.test('a part that is missing or secret leaves no whole', async (t) => {
  for (const faulty of [all.slice(1, 4), [...all, part('GES=GESW;LAND=Q;STATUS=B', null)]])
    t.match(wholesOf(rule, faulty), [{ value: null, missing: 'teil_fehlt' }])
})

t.test('units and times each have their own', async (t) => {
  const other = { start: '2023-12-31', months: 0 } as const
  const figures = [
    ...all,
    ...all.map((one) => ({ ...one, region: '117', value: 1 })),
    ...all.slice(0, 1).map((one) => ({ ...one, period: other })),
  ]
  t.match(wholesOf(rule, figures), [
    { region: '115', value: 155 },
    { region: '117', value: 5 },
    { region: '115', period: other, missing: 'teil_fehlt' },
  ])
})

t.test('of several ways to divide, the one with the fewest variables that is complete', async (t) => {
  const bySex = [part('GES=GESM', 60), part('GES=GESW', 97)]
  t.equal(wholesOf(rule, [...all, ...bySex])[0]?.value, 157)
  t.equal(wholesOf(rule, [...all, ...bySex.slice(1)])[0]?.value, 155)
})

t.test('nothing is made of parts by a variable that the rule does not name, or has no list of', async (t) => {
  t.strictSame(wholesOf(rule, [part('ALTER=U18', 1), part('LAND=X', 2)]), [])
  t.strictSame(
    ['GES=GESM', 'GES=GESM;LAND=X', 'LAND=X', 'ALTER=U18;GES=GESM', ''].map((one) => isDividedBy(rule, one)),
    [true, true, false, false, false],
  )
})
