import fc from 'fast-check'
import t from 'tap'
import type { Division } from '../../../analysis/disclosure/known-units.ts'
import { groupsToHide, together } from '../../../analysis/disclosure/merge-groups.ts'
import { type Counted, fewThatFollow, tellsBy } from '../../../analysis/disclosure/what-follows.ts'
import { leftOver } from '../../support/left-over.ts'

const all: Counted = { kinds: [() => true], behind: undefined }

t.test('what is added and subtracted, over more steps than two classes that lie in each other', async (t) => {
  const shown: Division = [[0, 1, 2, 3, 4, 5, 6, 7, 8]]
  t.equal(fewThatFollow(shown, { divisions: [[[0, 1, 2, 3]]], counted: all }), undefined)
  t.strictSame(
    fewThatFollow(shown, {
      divisions: [
        [
          [0, 1, 2, 3],
          [4, 5, 6],
        ],
      ],
      counted: all,
    }),
    [7, 8],
  )
  // No class lies in another. a + b + c = 9, of which a with b, and b with c, and a with c are told: so is each.
  const circle: Division[] = [[[0, 1, 2, 3, 4, 5, 6, 7]], [[3, 4, 5, 6, 7, 8, 9]]]
  t.same(fewThatFollow([[0, 1, 2, 8, 9]], { divisions: circle, counted: all }), [8, 9])
})

t.test('what is known of each is no count, and what follows anyway is not found again', async (t) => {
  const did = new Set([0, 1, 2, 3, 4, 5, 9, 10])
  const counted: Counted = { kinds: [(index) => did.has(index), (index) => !did.has(index)], behind: undefined }
  const didTheSame = (units: readonly number[]) => new Set(units.map((unit) => did.has(unit))).size === 1
  const [all9, some, pair] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
    [3, 4, 5, 6, 7, 8],
    [0, 1],
  ]
  t.equal(fewThatFollow([pair], { divisions: [[all9]], counted, didTheSame }), undefined, 'all of a class did')
  t.strictSame(fewThatFollow([pair], { divisions: [[all9]], counted }), pair)
  // What is left of nine did the same, so it is known of 2; then two of the other four did.
  const divisions: Division[] = [[all9], [some]]
  t.strictSame(fewThatFollow([[2, 9, 10, 11, 12, 13]], { divisions, counted, didTheSame }), [9, 10, 11, 12, 13])
  t.equal(fewThatFollow([[2, 9, 10, 11, 12, 13]], { divisions, counted }), undefined)
  const beside: Division[] = [[[0, 1, 2, 3, 4]], [[0, 1, 2]]]
  t.equal(
    fewThatFollow([[5, 6, 7]], { divisions: beside, counted: all }),
    undefined,
    '3 and 4 follow from what is beside',
  )
})

t.test('a difference is a set only where nobody is counted twice or taken away who was not there', async (t) => {
  const counted: Counted = { kinds: [(index) => index < 6], behind: undefined }
  // Of the first class 0 and those of the second who are counted; of each three more, who are not.
  const [shown, other, others] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
    [1, 2, 3, 4, 5, 9, 10, 11],
    [9, 10, 11],
  ]
  t.equal(fewThatFollow([shown], { divisions: [[other]], counted }), undefined, '9, 10 and 11 would be taken away')
  t.strictSame(fewThatFollow([shown], { divisions: [[other], [others]], counted }), [0, 6, 7, 8])
  // 9, 10 and 11 that are missing come with three others whom nobody counts either.
  const more = [12, 13, 14, 9, 10, 11]
  t.strictSame(fewThatFollow([[0, 1, 2, 3, 4, 5]], { divisions: [[more], [other]], counted }), [0])
})

t.test('behind many may stand few', async (t) => {
  const counted: Counted = { kinds: [() => true], behind: (index) => (index > 5 ? 'one' : `${index}`) }
  t.strictSame(
    fewThatFollow([[0, 1, 2, 3, 4, 5]], { divisions: [[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]], counted }),
    [6, 7, 8, 9],
  )
})

t.test('whoever subtracts step by step from what is shown finds nothing', async (t) => {
  const unit = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(3), answers: fc.nat(3) })
  const divide = (of: readonly number[]): Division =>
    [...new Set(of)].map((code) => of.flatMap((one, index) => (one === code ? [index] : [])))
  let shownBeside = 0
  fc.assert(
    fc.property(fc.array(unit, { minLength: 12, maxLength: 60 }), (units) => {
      const counted: Counted = {
        kinds: [(index) => units[index]?.answers !== 0, (index) => units[index]?.answers === 0],
        behind: undefined,
      }
      const tellsOf = tellsBy(counted)
      const divisions: Division[] = []
      for (const name of ['a', 'b', 'c'] as const) {
        const groups = divide(units.map((one) => one[name]))
        const hidden = groupsToHide(groups, tellsOf, { divisions, counted })
        const rest = together(groups, hidden)
        if (tellsOf(rest)) continue
        divisions.push([...groups.filter((_own, place) => !hidden.has(place)), ...(rest.length === 0 ? [] : [rest])])
      }
      if (divisions.filter((division) => division.length > 1).length > 1) shownBeside += 1
      return !leftOver(divisions).some(tellsOf)
    }),
    { numRuns: 500 },
  )
  t.ok(shownBeside > 100, `${shownBeside} worlds with several divisions beside each other`)
})

t.test('many divisions of many units, and one more beside them, have an end', async (t) => {
  const cut = (limits: readonly number[], of: (unit: number) => number = (unit) => unit) =>
    [...limits, 367]
      .map((limit, place) =>
        [...Array(367).keys()].filter((unit) => of(unit) < limit && of(unit) >= (limits[place - 1] ?? 0)),
      )
      .filter((own) => own.length > 0)
  const turned = (unit: number) => (unit < 120 ? 119 - unit : unit)
  const divisions = [
    cut([60, 140, 250]),
    cut([90, 200]),
    cut([180], turned),
    cut([30, 70, 160, 300]),
    cut([45, 110, 270], turned),
  ]
  const counted: Counted = { kinds: [(unit) => unit % 7 !== 0, (unit) => unit % 7 === 0], behind: undefined }
  const began = performance.now()
  t.ok(fewThatFollow(cut([20, 55, 100, 210, 310]), { divisions, counted }))
  t.ok(performance.now() - began < 2_000)
})

t.test('where too much had to be tried something is taken to follow of all', async (t) => {
  const divided = (classes: number) =>
    Array.from({ length: classes }, (_, place) => [...Array(1_101).keys()].filter((unit) => unit % classes === place))
  const did = new Set(Array.from({ length: 20 }, (_, place) => place * 37))
  const counted: Counted = { kinds: [(unit) => did.has(unit), (unit) => !did.has(unit)], behind: undefined }
  const didTheSame = (units: readonly number[]) => new Set(units.map((unit) => did.has(unit))).size === 1
  const found = fewThatFollow(divided(31), { divisions: [divided(44), divided(5), divided(7)], counted, didTheSame })
  t.equal(found?.length, 1_101)
})
