import fc from 'fast-check'
import t from 'tap'
import { aggregatePersons, shareOfEach } from '../../../analysis/groups/persons/aggregate-persons.ts'
import { groupByPersons } from '../../../analysis/groups/persons/group-by-persons.ts'
import { linkPersons } from '../../../analysis/groups/persons/link-persons.ts'
import type { Column } from '../../../analysis/panel/column.ts'
import { reasonOf } from '../../../analysis/panel/reasons.ts'
import type { PanelVariable } from '../../../analysis/panel/variable.ts'

// As in the Landkreis Göppingen: two Kommunen on their own, the Landkreis for three others.
const kommunen = ['117001', '117002', '117003', '117019', '117026']
const register = {
  kommunen: new Set(kommunen),
  members: new Map([
    ['117000', ['117001', '117002', '117003']],
    ['117019', ['117019']],
    ['117026', ['117026']],
  ]),
}
const column = (values: (number | null)[]): Column => ({
  values: Float64Array.from(values, (value) => value ?? Number.NaN),
  reasons: Uint8Array.from(values, (value) => (value === null ? 1 : 0)),
})

t.test(
  'named Kommunen share a person; without names all Kommunen of the Verbund do; the rest is returned',
  async (t) => {
    const { links, unlinked } = linkPersons(
      [
        { number: '117019-001', named: ['117019'] },
        { number: '117000-001', named: ['117001', '117002', '117001'] },
        { number: '117000-002', named: [] },
        { number: '117000-003', named: ['117001', '117999'] },
        { number: '117026-001', named: ['117026', '117003'] },
        { number: '117000-004', named: [], unread: 'der ganze Kreis' },
        { number: '225000-001', named: [] },
      ],
      register,
    )
    const of = (person: number) =>
      links.filter((one) => one.person === person).map(({ gkz, weight, via, outside }) => [gkz, weight, via, outside])
    const third = (gkz: string) => [gkz, 1 / 3, 'verbund', false]
    t.strictSame(of(0), [['117019', 1, 'genannt', false]])
    t.strictSame(
      of(1),
      ['117001', '117002'].map((gkz) => [gkz, 0.5, 'genannt', false]),
    )
    t.strictSame(of(2), ['117001', '117002', '117003'].map(third))
    t.strictSame(of(3), [['117001', 1, 'genannt', false]])
    t.strictSame(of(4), [
      ['117026', 0.5, 'genannt', false],
      ['117003', 0.5, 'genannt', true],
    ])
    t.strictSame(of(5), ['117001', '117002', '117003'].map(third))
    t.strictSame(of(6), [])
    t.strictSame(unlinked, [
      { number: '117000-003', named: '117999', reason: 'unbekannte_kommune' },
      { number: '117000-004', named: 'der ganze Kreis', reason: 'unbekannte_kommune' },
      { number: '225000-001', named: '', reason: 'verbund_ohne_kommunen' },
    ])
  },
)

t.test('whatever is named: the weights of a person are 1, or the person is returned', async () => {
  const named = fc.array(fc.constantFrom(...kommunen, '117998', '999999'), { maxLength: 5 })
  const person = fc.record({
    number: fc.constantFrom('117000-001', '117019-001', '225000-001'),
    named,
    unread: fc.constantFrom('', 'überall'),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 8 }), (persons) => {
      const { links, unlinked } = linkPersons(persons, register)
      return persons.every(({ number }, place) => {
        const total = links.filter((one) => one.person === place).reduce((sum, { weight }) => sum + weight, 0)
        const lost = unlinked.some((one) => one.number === number && one.reason === 'verbund_ohne_kommunen')
        return Math.abs(total - 1) < 1e-12 || (total === 0 && lost)
      })
    }),
  )
})

t.test('Kommunen get the weighted mean of their persons, with how many they are', async (t) => {
  const persons = [
    { number: '117000-001', named: ['117001'] },
    { number: '117000-002', named: ['117001', '117002'] },
    { number: '117000-003', named: ['117002'] },
    { number: '117019-001', named: ['117019'] },
  ]
  const { links } = linkPersons(persons, register)
  const { result, persons: count, weight } = aggregatePersons(links, column([10, 40, 20, null]), kommunen)
  t.strictSame([...result.values.slice(0, 2)], [20, (0.5 * 40 + 20) / 1.5])
  t.strictSame([...count], [2, 2, 0, 0, 0])
  t.strictSame([...weight], [1.5, 1.5, 0, 0, 0])
  t.strictSame(
    [...result.reasons].map(reasonOf),
    [undefined, undefined, 'keine_teilnahme', 'leer', 'keine_teilnahme'],
    'blank and absent are two things',
  )
  const [no, yes] = shareOfEach(links, column([1, 0, 1, null]), kommunen, ['nein', 'ja'])
  t.strictSame([...(yes?.result.values.slice(0, 2) ?? [])], [1 / 1.5, 1 / 1.5])
  t.equal((no?.result.values[0] ?? 0) + (yes?.result.values[0] ?? 0), 1)
})

t.test('Kommunen are divided by what their persons said', async (t) => {
  const persons = kommunen.map((gkz) => ({ number: `${gkz}-001`, named: [gkz] }))
  const { links } = linkPersons(persons, register)
  const variable = (kind: PanelVariable['kind'], codes: string[] = []): PanelVariable => ({
    name: 'v',
    label: 'V',
    printed: 'V',
    kind,
    unit: '',
    categories: codes.map((code) => ({ code, label: code })),
    asked: new Map(),
  })
  const thirds = groupByPersons(variable('number'), column([5, 5, 20, 90, null]), links, kommunen)
  t.strictSame(thirds.of, ['1', '1', '2', '3', ''], 'equal values are never parted')
  t.match(thirds.groups[2], { label: /^oberes Drittel \(über / })
  const two = linkPersons([...persons, { number: '117001-002', named: ['117001'] }], register).links
  t.strictSame(groupByPersons(variable('flag'), column([1, 1, 0, 0, null, 0]), two, kommunen).of, [
    'teils',
    'alle',
    'niemand',
    'niemand',
    '',
  ])
  t.strictSame(groupByPersons(variable('category', ['a', 'b']), column([0, 1, 0, 0, null, 1]), two, kommunen).of, [
    'gemischt',
    'b',
    'a',
    'a',
    '',
  ])
  t.strictSame(groupByPersons(variable('number'), column([null, null, null, null, null]), links, kommunen).groups, [])
})
