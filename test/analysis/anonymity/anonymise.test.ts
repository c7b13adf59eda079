import t from 'tap'
import { anonymise } from '../../../analysis/anonymity/anonymise.ts'
import type { Cell, Given } from '../../../analysis/anonymity/given.ts'
import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'

const unit = (place: number, einwohner = 3_000, kreis = '117') => ({
  unit: `${kreis}${String(place).padStart(3, '0')}`,
  name: `Ort ${place}`,
  kreis,
  kreisName: `Landkreis ${kreis}`,
  regierungsbezirk: 'Stuttgart',
  einwohner,
})

const column = (name: string, type: DescribedColumn['type'], codes?: string[]): DescribedColumn => ({
  name,
  label: name,
  type,
  ...(codes && { values: codes.map((code) => ({ code, label: code })) }),
  missing: { column: `${name}_fehlt`, reasons: [] },
})

const answers = (described: DescribedColumn, values: readonly Cell[]) => ({
  column: described,
  wave: 'w',
  values,
  reasons: values.map((value) => (value === null ? 'leer' : null)),
})

const given = (more: Partial<Given>): Given => {
  const units = more.units ?? Array.from({ length: 10 }, (_one, place) => unit(place))
  return { units, behind: undefined, patterns: units.map(() => ''), isKommune: true, answers: [], k: 5, ...more }
}

t.test('the mean of a group does not tell of one large Kommune', async (t) => {
  const numbers = answers(column('zp_gesamt', 'integer'), [1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000])
  const { answers: safe, report } = anonymise(given({ answers: [numbers] }))
  t.strictSame(safe[0]?.values, [3, 3, 3, 3, 3, 7.4, 7.4, 7.4, 7.4, 7.4])
  t.match(report, { fewestAlike: 5, numbers: { topCoded: 2, groups: 2, suppressed: 0 } })
  t.equal(safe[0]?.column.type, 'decimal')
})

t.test('a number that one or two of a group gave is taken out, for that reason', async (t) => {
  const [x, y] = [answers(column('x', 'integer'), [1, 1, 1, 1, 1, 9, 9, 9, 9, 9]), column('y', 'decimal')]
  const few = answers(y, [5, 7, null, null, null, 8, 8, 8, null, null])
  const safe = anonymise(given({ answers: [x, few] })).answers[1]
  t.strictSame(safe?.values, [null, null, null, null, null, 8, 8, 8, null, null])
  t.strictSame(safe?.reasons.slice(0, 3), ['datenschutz', 'datenschutz', 'leer'])
  t.match(safe?.column.missing?.reasons, [{ code: 'datenschutz', number: -3, stata: '.c' }])
})

t.test('a rare answer goes with others, so that nobody knows whose it was', async (t) => {
  const of = (values: readonly Cell[]) =>
    anonymise(given({ answers: [answers(column('wer', 'code', ['a', 'b', 'c']), values)] })).answers[0]?.values
  t.strictSame(of(['a', 'a', 'a', 'b', 'a', 'a', 'a', 'a', 'a', 'a']), [null, null, ...'a', null, ...'aaaaaa'])
  t.strictSame(of([...'bbbbb', ...'aaa', null, null]), [...'bbbbb', ...'aaa', null, null], 'three are enough')
  t.strictSame(of([...'bcaaaaaaaa']), [null, null, null, ...'aaaaaaa'])
})

t.test('classes hold enough of those who stand behind, in the same waves, as fine as can be', async (t) => {
  const units = [
    ...Array.from({ length: 6 }, (_one, place) => unit(place, 1_000)),
    ...Array.from({ length: 6 }, (_one, place) => unit(10 + place, 1_500, '118')),
    ...Array.from({ length: 3 }, (_one, place) => unit(20 + place, 700_000, '111')),
    ...Array.from({ length: 2 }, (_one, place) => unit(30 + place, 30_000, '117')),
  ]
  const found = anonymise(given({ units }))
  t.strictSame(
    found.report.classes.map(({ label, units: count }) => [label, count]),
    [
      ['Regierungsbezirk Stuttgart, 20.000 und mehr Einwohner', 5],
      ['Landkreis 117, unter 20.000 Einwohner', 6],
      ['Landkreis 118, unter 20.000 Einwohner', 6],
    ],
  )
  const rare = anonymise(given({ units, patterns: units.map((_one, place) => (place < 4 ? 'u1' : 'u1, u4')) }))
  t.match(rare.report, { units: 13, leftOut: 4 })
  t.strictSame(rare.classOf.slice(0, 4), [undefined, undefined, undefined, undefined])
  const persons = { isKommune: false, behind: (index: number) => (index < 6 ? 'eins' : String(index)) }
  const few = anonymise(given({ units: units.slice(0, 10), ...persons }))
  t.match(few.classes, [{ region: { label: 'Regierungsbezirk Stuttgart' } }], 'six of one Verbund count once')
})

t.test('what cannot be made safe is left out and named', async (t) => {
  const columns = [column('text', 'text'), column('orte', 'code'), column('am', 'day'), column('wer', 'code', ['a'])]
  const { answers: kept, report } = anonymise(
    given({ answers: columns.map((one) => answers(one, Array(10).fill('a'))) }),
  )
  t.strictSame(
    [kept.map((one) => one.column.name), report.removed.map(({ name }) => name)],
    [['wer'], ['text', 'orte', 'am']],
  )
})
