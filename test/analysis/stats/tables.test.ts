import fc from 'fast-check'
import t from 'tap'
import { chiSquareTest } from '../../../analysis/stats/chi-square-test.ts'
import { counted } from '../../../analysis/stats/counted.ts'
import { mcnemarTest } from '../../../analysis/stats/mcnemar-test.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { stuartMaxwellTest } from '../../../analysis/stats/stuart-maxwell-test.ts'
import { transitionTable } from '../../../analysis/stats/transition-table.ts'
import { defined } from '../../support/defined.ts'
import { agrees, readReference } from '../../support/reference.ts'

type Table = number[][]
interface Cases {
  chiSquare: Record<string, { table: Table; test: object }>
  mcnemar: Record<string, { gained: number; lost: number; test: object }>
  stuartMaxwell: Record<string, { table: Table; test: object }>
}
const cases = readReference<Cases>('tables')

t.test('tables as in R', async (t) => {
  for (const [name, { table, test }] of Object.entries(cases.chiSquare)) {
    agrees(t, chiSquareTest(table), test, `χ², ${name}`, 11)
  }
  for (const [name, { gained, lost, test }] of Object.entries(cases.mcnemar)) {
    agrees(t, mcnemarTest(gained, lost), test, `McNemar, ${name}`, 11)
  }
  for (const [name, { table, test }] of Object.entries(cases.stuartMaxwell)) {
    agrees(t, stuartMaxwellTest(table), test, `Stuart and Maxwell, ${name}`, 11)
  }
})

t.test('the figures of textbooks and articles', async (t) => {
  const approval = defined(mcnemarTest(86, 150)).asymptotic.chiSquare
  t.equal(Math.round(approval * 100) / 100, 17.36, 'Agresti, Categorical Data Analysis, 10.1.1: z² = 17.36')
  const vision = defined(stuartMaxwellTest(cases.stuartMaxwell.vision?.table ?? []))
  t.equal(Math.round(vision.chiSquare * 100) / 100, 11.96, 'Stuart (1955): 11.96 with 3 degrees of freedom')
})

t.test('too few expected are named', async (t) => {
  t.match(
    chiSquareTest([
      [3, 2, 0],
      [1, 4, 5],
    ]),
    { expectedBelow5: 6, enoughExpected: false },
  )
  t.match(
    chiSquareTest([
      [30, 20],
      [10, 40],
    ]),
    { expectedBelow5: 0, enoughExpected: true },
  )
  t.match(
    chiSquareTest([
      [6, 60, 60, 60, 60],
      [1, 60, 60, 60, 60],
    ]),
    { expectedBelow5: 2, enoughExpected: true },
  )
  t.match(
    chiSquareTest([
      [0, 0],
      [0, 0],
    ]),
    { notDefined: 'no-values' },
  )
  t.match(
    chiSquareTest([
      [3, 4],
      [0, 0],
    ]),
    { notDefined: 'no-variation' },
  )
  t.strictSame(
    chiSquareTest([
      [3, 0, 4],
      [1, 0, 9],
    ]),
    chiSquareTest([
      [3, 4],
      [1, 9],
    ]),
    'nobody in a column: no column',
  )
})

t.test('bad tables are refused', async (t) => {
  t.throws(() => counted([[1, 2], [3]]), { message: 'table[1] has 1 columns instead of 2' })
  t.throws(() => counted([[1, -2]]), { message: 'table[0][1] is -2: a number of cases is never below 0' })
  t.throws(() => mcnemarTest(-1, 2), RangeError)
  t.throws(
    () =>
      stuartMaxwellTest([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    RangeError,
  )
})

t.test('what is not defined says why', async (t) => {
  t.strictSame(mcnemarTest(0, 0), { notDefined: 'no-differences' })
  t.strictSame(
    stuartMaxwellTest([
      [0, 0],
      [0, 0],
    ]),
    { notDefined: 'no-values' },
  )
  t.strictSame(
    stuartMaxwellTest([
      [5, 0],
      [0, 7],
    ]),
    { notDefined: 'no-differences' },
  )
})

t.test('transitions are counted, and nobody left is no share', async (t) => {
  t.strictSame(transitionTable(['ja', 'nein', 'ja', 'ja'], ['ja', 'ja', 'nein', 'ja'], ['ja', 'nein', 'weiß nicht']), {
    categories: ['ja', 'nein', 'weiß nicht'],
    n: 4,
    counts: [
      [2, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ],
    before: [3, 1, 0],
    after: [3, 1, 0],
    shares: [[2 / 3, 1 / 3, 0], [1, 0, 0], { notDefined: 'no-values' }],
    unchanged: 2,
  })
  t.throws(() => transitionTable(['a'], ['c'], ['a', 'b']), { message: "'c' is none of the categories a, b" })
  t.throws(() => transitionTable(['a'], [], ['a', 'b']), RangeError)
})

const count = fc.integer({ min: 0, max: 30 })
const table3 = fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
const transposed = (table: Table) => table.map((_, column) => table.map((row) => row[column] as number))
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

t.test('turned tables have the same p', async () => {
  fc.assert(
    fc.property(table3, (table) => {
      const [chi, turned] = [chiSquareTest(table), chiSquareTest(transposed(table))]
      const [moved, back] = [stuartMaxwellTest(table), stuartMaxwellTest(transposed(table))]
      return (
        (isDefined(chi) ? close(chi.p, defined(turned).p) && chi.cramersV <= 1 + 1e-12 : !isDefined(turned)) &&
        (isDefined(moved) ? close(moved.chiSquare, defined(back).chiSquare) : !isDefined(back))
      )
    }),
  )
})

t.test('Stuart and Maxwell for two categories is McNemar, and groups apart add up', async () => {
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const two = stuartMaxwellTest([
        [9, a],
        [b, 9],
      ])
      const first = mcnemarTest(a, b)
      if (!isDefined(two)) return !isDefined(first)
      if (!close(two.chiSquare, defined(first).asymptotic.chiSquare)) return false
      const apart = stuartMaxwellTest([
        [1, a, 0, 0],
        [b, 1, 0, 0],
        [0, 0, 1, c],
        [0, 0, d, 1],
      ])
      const second = mcnemarTest(c, d)
      const [added, df] = isDefined(second) ? [second.asymptotic.chiSquare, 2] : [0, 1]
      const { chiSquare, df: found } = defined(apart)
      return close(chiSquare, two.chiSquare + added) && found === df
    }),
  )
})
