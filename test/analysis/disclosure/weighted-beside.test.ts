import t from 'tap'
import { weightedBeside } from '../../../analysis/disclosure/weighted-beside.ts'

const weighing = (weights: readonly number[]) => (index: number) => weights[index] ?? 0
const all = [...Array(32).keys()]
const [first, second, third] = [all.slice(0, 4), all.slice(4, 16), all.slice(16)]

t.test(
  'a group in which all but one weigh alike has no weighted mean, nor has another from which it would follow',
  async (t) => {
    const weights = all.map((index) => (index < 4 ? (index === 3 ? 2 : 1) : 1 + (index % 4)))
    t.strictSame(weightedBeside(all, [first, second, third], weighing(weights)), {
      all: true,
      groups: [false, false, true],
    })
    // What the first has of the weighted mean of all would follow from that of the second.
    t.strictSame(weightedBeside([...first, ...second], [first, second], weighing(weights)), {
      all: true,
      groups: [false, false],
    })
  },
)

t.test('where all weigh alike, or many differ, it is told of all', async (t) => {
  t.strictSame(weightedBeside(all, [first, second], weighing(all.map(() => 3))), { all: true, groups: [true, true] })
  t.strictSame(weightedBeside(all, [], weighing(all.map((index) => 1 + index))), { all: true, groups: [] })
  const one = all.map((index) => (index === 5 ? 400 : 1 + index / 100))
  t.strictSame(weightedBeside(all, [], weighing(one)), { all: false, groups: [] }, 'one outweighs all others')
})
