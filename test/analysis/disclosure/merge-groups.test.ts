import fc from 'fast-check'
import t from 'tap'
import {
  differenceTells,
  type GroupSize,
  groupsToHide,
  tells,
  together,
} from '../../../analysis/disclosure/merge-groups.ts'

const size = (units: number, before = units, after = units, pairs = Math.min(before, after)): GroupSize => ({
  units,
  before,
  after,
  pairs,
})

t.test('a group of one or two tells, and so does a group with one or two answers', async (t) => {
  t.strictSame(
    [0, 1, 2, 3].map((n) => tells(size(n))),
    [false, true, true, false],
  )
  t.ok(tells(size(10, 2, 9)), 'two answered in the earlier wave')
  t.ok(tells(size(10, 5, 5, 1)), 'one pair')
  t.notOk(tells(size(10, 0, 0)), 'nobody answered')
  t.ok(differenceTells(size(10, 6, 9, 5)), 'all who answered less the pairs is one')
  t.notOk(differenceTells(size(10, 5, 8, 5)))
})

t.test('a small group is put together with the next larger one, so that the total does not betray it', async (t) => {
  t.strictSame([...groupsToHide([size(20), size(2), size(7), size(30)], tells)].sort(), [1, 2])
  t.strictSame(
    [...groupsToHide([size(20), size(2), size(1), size(30)], tells)].sort(),
    [1, 2],
    'two small ones are enough',
  )
  t.strictSame([...groupsToHide([size(20), size(30)], tells)], [])
  t.strictSame([...groupsToHide([size(2)], tells)], [0])
})

t.test('whatever the groups: none that is shown tells, and the others together do not', async () => {
  const group = fc
    .tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(4))
    .map(([pairs, earlier, later, neither]) =>
      size(pairs + earlier + later + neither, pairs + earlier, pairs + later, pairs),
    )
  const tellsAll = (one: GroupSize) => tells(one) || differenceTells(one)
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 12 }), (sizes) => {
      for (const tellsOf of [tells, differenceTells, tellsAll]) {
        const hidden = groupsToHide(sizes, tellsOf)
        const shown = sizes.filter((_size, place) => !hidden.has(place))
        const rest = together(sizes.filter((_size, place) => hidden.has(place)))
        if (shown.some(tellsOf)) return false
        if (hidden.size > 0 && hidden.size < sizes.length && tellsOf(rest)) return false
      }
      return true
    }),
  )
})
