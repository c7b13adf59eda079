import fc from 'fast-check'
import t from 'tap'
import { isFew } from '../../../analysis/disclosure/fewest.ts'
import type { Division } from '../../../analysis/disclosure/known-units.ts'
import { groupsToHide, type TellsOf, tells, together } from '../../../analysis/disclosure/merge-groups.ts'
import { type Counted, tellsBy } from '../../../analysis/disclosure/what-follows.ts'
import { leftOver } from '../../support/left-over.ts'

/** Groups of so many, one after the other. */
function groupsOf(sizes: readonly number[]): number[][] {
  let next = 0
  return sizes.map((size) => Array.from({ length: size }, () => next++))
}
const few: TellsOf = (indices) => isFew(indices.length)
const all: Counted = { kinds: [() => true], behind: undefined }
const hiddenOf = (sizes: readonly number[]) => [...groupsToHide(groupsOf(sizes), few)].sort()

t.test('a group of one or two tells, and so does a figure of one or two', async (t) => {
  t.strictSame(
    [0, 1, 2, 3].map((n) => tells([n, 9])),
    [false, true, true, false],
  )
})

t.test('a small group is put together with the next larger one, so that the total does not betray it', async (t) => {
  t.strictSame(hiddenOf([20, 2, 7, 30]), [1, 2])
  t.strictSame(hiddenOf([20, 2, 1, 30]), [1, 2], 'two small ones are enough')
  t.strictSame(hiddenOf([20, 30]), [])
  t.strictSame(hiddenOf([2]), [0])
})

t.test('what one division leaves of another does not tell either', async (t) => {
  const [first, second, third, fourth, fifth] = groupsOf([4, 2, 5, 1, 9]) as [
    number[],
    number[],
    number[],
    number[],
    number[],
  ]
  const kreise = [first, second, third, fourth, fifth]
  const districts = [
    [...first, ...second],
    [...third, ...fourth, ...fifth],
  ]
  t.strictSame([...groupsToHide(kreise, few)].sort(), [1, 3], 'together the small ones are three')
  const left = leftOver([districts, [first, third, fifth, [...second, ...fourth]]])
  for (const one of [second, fourth])
    t.ok(
      left.some((own) => own.join() === one.join()),
      'a reader finds it',
    )
  t.strictSame(
    [...groupsToHide(kreise, few, { divisions: [districts], counted: all })].sort(),
    [0, 1, 2, 3],
    'but each is alone in its district',
  )
})

t.test('whatever the groups: none that is shown tells, the others together do not, nor what is left', async () => {
  const unit = fc.record({ inner: fc.nat(7), outer: fc.nat(2), answers: fc.boolean() })
  const divide = (of: readonly number[]): Division =>
    [...new Set(of)].map((code) => of.flatMap((one, index) => (one === code ? [index] : [])))
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 40 }), fc.boolean(), (units, isNested) => {
      const counted: Counted = { kinds: [() => true, (index) => units[index]?.answers === true], behind: undefined }
      const tellsOf = tellsBy(counted)
      const outer = divide(units.map((one) => one.outer))
      const coarse = groupsToHide(outer, tellsOf)
      const beside = [...outer.filter((_own, place) => !coarse.has(place)), together(outer, coarse)]
      const inner = divide(units.map((one) => (isNested ? one.outer * 10 + one.inner : one.inner)))
      const hidden = groupsToHide(inner, tellsOf, { divisions: [beside], counted })
      const shown = inner.filter((_own, place) => !hidden.has(place))
      const rest = together(inner, hidden)
      if (shown.some(tellsOf)) return false
      if (hidden.size === inner.length) return true
      return !tellsOf(rest) && !leftOver([beside, [...shown, rest]]).some(tellsOf)
    }),
  )
})
