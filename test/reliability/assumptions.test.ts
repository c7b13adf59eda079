import t from 'tap'
import { bootstrapWeighting } from '../../analysis/compare/weighting-bootstrap.ts'
import { participationWeights } from '../../analysis/participation/participation-weights.ts'
import { detectableChange } from '../../analysis/stats/detectable-change.ts'
import { equivalenceTest } from '../../analysis/stats/equivalence-test.ts'
import { isDefined } from '../../analysis/stats/not-defined.ts'
import { pairedChange } from '../../analysis/stats/paired-change.ts'
import { random } from '../../analysis/stats/random.ts'
import { amount } from '../support/amount.ts'
import { defined } from '../support/defined.ts'
import { plantedWorld } from '../support/planted-attrition.ts'

const next = random(4)
const bell = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

/** A change of pairs whose true size is known. */
function drawn(n: number, truth: number) {
  const before = Array.from({ length: n }, () => 50 + 10 * bell())
  const change = defined(
    pairedChange(
      before,
      before.map((value) => value + truth + 5 * bell()),
    ),
  )
  if (!isDefined(change.se) || !isDefined(change.test)) throw new Error('they vary')
  return { change: change.change, se: change.se, ...change.test }
}

const worlds = amount(600, 40_000)
const slack = (rate: number) => 4 * Math.sqrt((rate * (1 - rate)) / worlds)
const rateOf = (happens: () => boolean) => Array.from({ length: worlds }, happens).filter(Boolean).length / worlds

t.test(
  'where the change is as large as the margin, it is taken for too small as often as the level says',
  async (t) => {
    for (const n of [12, 60]) {
      const rate = rateOf(() => {
        const { change, se, df } = drawn(n, 3)
        return equivalenceTest(change, se, df, 3).p < 0.05
      })
      t.comment(`${n} pairs: ${rate}`)
      t.ok(rate < 0.05 + slack(0.05), String(rate))
    }
  },
)

t.test('a change of the size that would have been found is found as often as that says', async (t) => {
  for (const n of [12, 60]) {
    const size = detectableChange(5 / Math.sqrt(n), n - 1)
    const rate = rateOf(() => drawn(n, size).p < 0.05)
    t.comment(`${n} pairs: ${rate}`)
    t.ok(Math.abs(rate - 0.8) < 0.02 + slack(0.8), String(rate))
  }
})

t.test('intervals of weights that each sample estimates anew hold the truth about as often as they say', async (t) => {
  const many = amount(24, 1_000)
  let held = 0
  for (let seed = 0; seed < many; seed += 1) {
    const { indices, second, size, covariates, before, after, truth } = plantedWorld(700 + seed, 300)
    const made = defined(
      participationWeights('ipw', {
        population: indices,
        sample: indices.filter((index) => second.answered[index] === 1),
        groupings: [size],
        covariates: covariates.filter(({ name }) => name === 'last'),
      }),
    )
    if (made.again === undefined) throw new Error('they can be made again')
    const of = (value: number) => value
    const asked = { again: made.again, indices, of, level: 0.95, seed: seed + 1, replicates: 199 }
    const [low, high] = defined(bootstrapWeighting(before, after, asked)).interval
    if (low < truth && truth < high) held += 1
  }
  t.comment(`${held} of ${many}`)
  t.ok(held / many > 0.93 - 4 * Math.sqrt((0.95 * 0.05) / many), `${held} of ${many}`)
})
