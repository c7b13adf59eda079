import fc from 'fast-check'
import t from 'tap'
import {
  discloseChanges,
  type ToldChange,
  type ToldChanges,
  tellAllChanges,
} from '../../../analysis/changes/told-changes.ts'
import {
  type AppliedAmendment,
  type Change,
  type MeasuredVariable,
  type PartChange,
  type WaveChanges,
  waveChanges,
} from '../../../analysis/changes/wave-changes.ts'
import { Reader } from '../../support/reader.ts'

const variable = (name: string, measure: MeasuredVariable['measure'] = 'sum'): MeasuredVariable => ({
  name,
  label: name,
  number: 'F1',
  measure,
  before: new Map(Array.from({ length: 40 }, (_, index) => [index, 10])),
  after: new Map(Array.from({ length: 40 }, (_, index) => [index, 11])),
})

const amendment = (index: number, reason: string, changed: Record<string, number | undefined>): AppliedAmendment => ({
  index,
  ground: { reason, source: index % 2 === 0 ? 'call' : 'mail', account: 'f.eins' },
  changed: new Map(Object.entries(changed)),
})

t.test('what corrections made adds up over variables, reasons, sources and accounts', async (t) => {
  const { change, variables, parts } = tellAllChanges(
    waveChanges(
      [
        amendment(0, 'typing', { a: 5, b: -2 }),
        amendment(1, 'unit', { a: -900 }),
        amendment(1, 'unit', { a: 10 }),
        amendment(2, 'typing', { c: undefined, p: 3 }),
      ],
      [variable('a'), variable('b'), variable('c', 'none'), variable('p', 'mean'), variable('untouched')],
    ),
  )
  t.strictSame(change, { values: 6, units: 3, sum: undefined })
  t.strictSame(
    variables.map(({ name, before, after, change: own }) => [name, before, after, own.sum]),
    [
      ['a', 400, 440, -885],
      ['b', 400, 440, -2],
      ['c', undefined, undefined, undefined],
      ['p', 10, 11, undefined],
    ],
  )
  t.match(parts.reason, [
    {
      code: 'typing',
      change: { values: 4, units: 2 },
      variables: [{ name: 'a', change: { values: 1, sum: 5 } }, {}, {}, {}],
    },
    {
      code: 'unit',
      change: { values: 2, units: 1 },
      variables: [{ name: 'a', change: { values: 2, units: 1, sum: -890 } }],
    },
  ])
  t.strictSame(
    parts.account?.map(({ code, change: own }) => [code, own.values]),
    [['f.eins', 6]],
  )
})

const anyAmendment = fc.record({
  index: fc.integer({ min: 0, max: 12 }),
  reason: fc.constantFrom('typing', 'unit', 'later'),
  name: fc.constantFrom('a', 'b', 'c'),
})

/** Somebody who lays all that is told beside each other. */
function readAll(told: ToldChanges, made: WaveChanges, most: number) {
  const reader = new Reader(most)
  const read = (name: string, { values }: ToldChange, { values: truth, indices }: Change) =>
    reader.read(name, values, truth, { behind: indices.length })
  const total = read('all', told.change, made.change)
  const variables = new Map(
    told.variables.map(({ name, change }, place) => [
      name,
      read(name, change, made.variables[place]?.change as Change),
    ]),
  )
  reader.addUp([...variables.values()], total)
  for (const division of ['reason', 'source'] as const) {
    const parts = (told.parts[division] ?? []).map(({ code, change }, place) =>
      read(code, change, (made.parts[division][place] as PartChange).change),
    )
    reader.addUp(parts, total)
  }
  return reader.found()
}

t.test('nothing that is told is of fewer than three, and none of that follows', async (t) => {
  fc.assert(
    fc.property(fc.array(anyAmendment, { minLength: 1, maxLength: 30 }), (some) => {
      const made = waveChanges(
        some.map(({ index, reason, name }) => amendment(index, reason, { [name]: 1 })),
        ['a', 'b', 'c'].map((name) => variable(name)),
      )
      return readAll(discloseChanges(made, undefined), made, some.length + 9).leaks.length === 0
    }),
  )
  const few = waveChanges(
    [0, 1, 2, 3].map((index) => amendment(index, 'typing', { [index === 0 ? 'a' : 'b']: 1 })),
    [variable('a'), variable('b')],
  )
  t.ok(readAll(tellAllChanges(few), few, 9).leaks.includes('a is told: 1'), 'the reader finds what is told in full')
  const none = discloseChanges(waveChanges([], [variable('a')]), undefined)
  t.strictSame([none.change.values, none.variables], [0, []])
})
