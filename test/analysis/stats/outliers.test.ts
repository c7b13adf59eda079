import t from 'tap'
import { hidiroglouBerthelot } from '../../../analysis/stats/hidiroglou-berthelot.ts'
import { robustDistances } from '../../../analysis/stats/robust-distances.ts'
import { agrees, readReference } from '../../support/reference.ts'

type Case =
  | { then: number[]; now: number[]; U: number; A: number; ratio: number; effects: number[]; distances: number[] }
  | { x: number[]; middle: number; distances: number[] }

t.test('changes and deviations that stand out agree with R', async (t) => {
  for (const [name, given] of Object.entries(readReference<Record<string, Case>>('outliers'))) {
    if ('x' in given) {
      const { x, ...expected } = given
      agrees(t, robustDistances(x), expected, name, 12)
    } else {
      const { then, now, U, A, ...expected } = given
      agrees(t, hidiroglouBerthelot(then, now, { U, A }), expected, name, 11)
    }
  }
})

t.test('a rise and a fall by the same factor lie as far, and size counts as much as it is told to', async (t) => {
  const then = [100, 100, 100, 100, 100, 10, 1000]
  const now = [90, 95, 100, 100 / 0.95, 100 / 0.9, 40, 250]
  const distancesOf = (U: number) => {
    const found = hidiroglouBerthelot(then, now, { U, A: 0.05 })
    return 'notDefined' in found || 'notDefined' in found.distances ? [] : found.distances
  }
  const distances = distancesOf(0).map((distance) => distance.toFixed(9))
  t.strictSame(distances.slice(0, 2), [`-${distances[4]}`, `-${distances[3]}`])
  t.equal(distances[5], distances[6]?.slice(1))
  const [, , , , , small = 0, large = 0] = distancesOf(1)
  t.ok(small > 0 && -large > 10 * small, 'the larger one then stands out further')
})

t.test('what is not defined says why, and what has no ratio is refused', async (t) => {
  const given = { U: 0.25, A: 0.05 }
  t.strictSame(hidiroglouBerthelot([], [], given), { notDefined: 'no-values' })
  t.match(hidiroglouBerthelot([1, 2, 3], [2, 4, 6], given), { ratio: 2, distances: { notDefined: 'no-variation' } })
  t.strictSame(robustDistances([]), { notDefined: 'no-values' })
  t.strictSame(robustDistances([5, 5, 5, 9]), { notDefined: 'no-variation' })
  t.throws(() => hidiroglouBerthelot([0], [1], given), { message: 'then[0] is 0: what has a ratio is above 0' })
  t.throws(() => hidiroglouBerthelot([1], [1, 2], given), RangeError)
})
