import t from 'tap'
import { quartiles } from '../../../analysis/response/quartiles.ts'
import { workingTimes } from '../../../analysis/response/working-time.ts'

t.test('time between saves belongs to the section of the later one, and a long pause to none', async (t) => {
  const saves = [
    { section: 'a', at: 1000 },
    { section: 'a', at: 1100 },
    { section: 'b', at: 1400 },
    // Ten minutes are still the same sitting, a second more is not.
    { section: 'b', at: 2000 },
    { section: 'c', at: 2601 },
    { section: 'a', at: 2611 },
  ]
  t.strictSame(
    [...workingTimes(saves)],
    [
      ['a', 110],
      ['b', 900],
      ['c', 0],
    ],
  )
  t.strictSame([...workingTimes(saves.toReversed())].sort(), [...workingTimes(saves)].sort(), 'in whatever order')
  t.equal(workingTimes([]).size, 0)
})

t.test('quartiles as R gives them by quantile(c(1, 2, 4, 8))', async (t) => {
  t.strictSame(quartiles([8, 1, 4, 2]), { n: 4, low: 1.75, middle: 3, high: 5 })
  t.equal(quartiles([]), undefined)
})
