import fc from 'fast-check'
import t from 'tap'
import { fewest } from '../../../analysis/disclosure/fewest.ts'
import { valueClasses } from '../../../analysis/groups/value-classes.ts'

t.test('classes are as fine as they may be, and open where values lie beyond', async (t) => {
  const values = [...Array(40).keys()].flatMap((value) => Array(5).fill(value))
  t.strictSame(valueClasses([...values, 900, -50, -50, -50])[0], { from: undefined, to: 5, count: 28 })
  const classes = valueClasses(values)
  t.strictSame(classes[0], { from: 0, to: 5, count: 25 })
  t.strictSame(classes.at(-1), { from: 35, to: 40, count: 25 })
})

t.test('the class in the middle of changes holds what hardly changed', async (t) => {
  const changes = [...Array(21).keys()].flatMap((value) => Array(4).fill(value - 10))
  const middle = valueClasses(changes, { centred: true }).find(({ from = 0, to = 0 }) => from === -to)
  t.strictSame(middle, { from: -1, to: 1, count: 8 })
})

t.test('no class tells of fewer than three, and none is lost', async () => {
  const values = fc.array(fc.oneof(fc.integer({ min: -50, max: 500 }), fc.double({ min: -1, max: 1, noNaN: true })))
  fc.assert(
    fc.property(values, fc.boolean(), (given, centred) => {
      const classes = valueClasses(given, { centred })
      if (classes.length === 0) return true
      const total = classes.reduce((sum, { count }) => sum + count, 0)
      return total === given.length && classes.every(({ count }) => count === 0 || count >= fewest)
    }),
    { numRuns: 500 },
  )
})

t.test('too few values have no distribution', async (t) => {
  t.strictSame(valueClasses([]), [])
  t.strictSame(valueClasses([1, 2, 3, 4, 5]), [])
  t.strictSame(valueClasses(Array(50).fill(7)), [], 'nor have values that are all the same')
})
