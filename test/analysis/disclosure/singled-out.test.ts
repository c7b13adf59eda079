import t from 'tap'
import { singledOut } from '../../../analysis/disclosure/singled-out.ts'
import { random } from '../../../analysis/stats/random.ts'

const next = random(5)
const ones = (n: number) => Array.from({ length: n }, () => 1)

t.test('sums whose difference is one or two units single these out', async (t) => {
  const but = (...out: number[]) => ones(12).map((one, index) => (out.includes(index) ? 0 : one))
  t.strictSame([...singledOut([ones(12), but(4)])], ['4'])
  t.strictSame([...singledOut([ones(12), but(4, 7)])], ['4 7'])
  t.strictSame([...singledOut([ones(12), but(4, 7, 9)])], [])
})

t.test('what two ways to weight differ in may be one: it is found however the sums are mixed', async (t) => {
  const cells = Array.from({ length: 30 }, (_none, index) => 1 + (index % 3))
  const other = cells.map((weight, index) => 3 * weight - 2 + (index === 11 ? 0.4 : 0))
  t.strictSame([...singledOut([ones(30), cells])], [])
  t.strictSame([...singledOut([ones(30), cells, other])], ['11'])
})

t.test('weights that differ from unit to unit single nobody out among many, but among few they do', async (t) => {
  const drawn = (n: number) => Array.from({ length: n }, () => 1 + next())
  t.equal(singledOut([ones(60), drawn(60), drawn(60), drawn(60), drawn(60)]).size, 0)
  t.not(singledOut([ones(5), drawn(5), drawn(5), drawn(5)]).size, 0)
})
