import t from 'tap'
import { type Division, knownOf, leftOver } from '../../../analysis/disclosure/left-over.ts'

const found = (divisions: readonly Division[], did: ReadonlySet<number> = new Set()) => {
  const same = (units: readonly number[]) =>
    units.every((unit) => did.has(unit)) || !units.some((unit) => did.has(unit))
  return [...leftOver(divisions, did.size === 0 ? undefined : same)].map(({ left }) => left)
}

t.test('what is subtracted: classes that lie in others, and units of whom all is known', async (t) => {
  const kreise = [
    [0, 1, 2, 3],
    [4, 5, 6],
  ]
  const groessen = [
    [0, 1],
    [2, 4, 5],
    [3, 6],
  ]
  t.strictSame(found([kreise, groessen]), [[2, 3]], 'the first size lies in the first Kreis')
  // 0 and 1 answered: that is known of both. So 2 and 3 are left of the Kreis, and of nobody else is anything known.
  t.strictSame(found([kreise, groessen], new Set([0, 1, 3, 4])), [[2, 3]])
  // Of 0, 1 and 2 it is known; then 3 is left of its Kreis, and 6 of its size.
  t.strictSame(
    found(
      [
        [
          [0, 1, 2, 3],
          [4, 5, 6],
        ],
        [
          [0, 1, 2],
          [3, 6],
          [4, 5],
        ],
      ],
      new Set([0, 1, 2, 4, 6]),
    ),
    [[3], [6]],
  )
})

t.test('where nearly nobody has answered yet what is left is found without an end of combinations', async (t) => {
  const divided = (classes: number, of: number) =>
    Array.from({ length: classes }, (_, place) =>
      Array.from({ length: of }, (_, unit) => unit).filter((unit) => unit % classes === place),
    )
  const divisions = [divided(44, 1_101), divided(5, 1_101), divided(7, 1_101), divided(31, 1_101)]
  t.strictSame(found(divisions, new Set([1_200])), [], 'nobody: all is told by the total')
  const lefts = found(divisions, new Set(Array.from({ length: 20 }, (_, place) => place * 37)))
  t.ok(lefts.length > 0 && lefts.length < 500, `${lefts.length}`)
})

t.test('many divisions of many units, and one more beside them, have an end', async (t) => {
  /** Classes of size with other limits, and the places between two limits in another order: much lies in each other. */
  const cut = (limits: readonly number[], of: (unit: number) => number = (unit) => unit) =>
    [...limits, 367]
      .map((limit, place) =>
        [...Array(367).keys()].filter((unit) => of(unit) < limit && of(unit) >= (limits[place - 1] ?? 0)),
      )
      .filter((own) => own.length > 0)
  const turned = (unit: number) => (unit < 120 ? 119 - unit : unit)
  const told = [
    cut([60, 140, 250]),
    cut([90, 200]),
    cut([180], turned),
    cut([30, 70, 160, 300]),
    cut([45, 110, 270], turned),
  ]
  const known = knownOf(told)
  const lefts = [...leftOver([cut([20, 55, 100, 210, 310])], undefined, known)]
  t.ok(known.left.length > 20 && lefts.length > 100 && lefts.length < 2_000, `${known.left.length}, ${lefts.length}`)
})
