import t from 'tap'
import { bootstrapWeighting } from '../../../analysis/compare/weighting-bootstrap.ts'
import { participationWeights } from '../../../analysis/participation/participation-weights.ts'
import { weighAgain } from '../../../analysis/participation/weigh-again.ts'
import { countedLogit } from '../../../analysis/stats/counted-logit.ts'
import { defined } from '../../support/defined.ts'
import { plantedWorld } from '../../support/planted-attrition.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Counted {
  rows: number[][]
  yes: boolean[]
  counts: number[]
  coefficients: number[]
  fitted: number[]
}

interface Steps {
  wt: number[]
  mpg: number[]
  first: boolean[]
  second: boolean[]
  at: number
  weights: number[]
}

const cases = readReference<{ counted: Counted; once: Counted; steps: Steps }>('weighting')

t.test('a logit of counted cases agrees with R', async (t) => {
  for (const name of ['counted', 'once'] as const) {
    const { rows, yes, counts, coefficients, fitted } = cases[name]
    agrees(t, defined(countedLogit(yes, rows, counts)), { coefficients, fitted }, name, 9)
  }
  t.strictSame(countedLogit([true, true], [[1], [1]], [1, 1]).valueOf(), { notDefined: 'not-converged' })
  t.strictSame(countedLogit([], [], []), { notDefined: 'no-values' })
})

t.test('weights of two steps agree with R, and weighing the same sample again gives the same', async (t) => {
  const { wt, mpg, first, second, at, weights } = cases.steps
  const places = [...wt.keys()]
  const covariate = (name: string, values: number[]) => ({ name, label: name, values: Float64Array.from(values) })
  const all = { name: 'alle', label: 'alle', groups: [{ code: 'x', label: 'x' }], of: places.map(() => 'x') }
  const made = defined(
    participationWeights('ipw', {
      population: places,
      sample: places.filter((index) => second[index]),
      groupings: [all],
      covariates: [],
      trimAt: at,
      stages: [
        {
          label: 'first',
          outcome: { of: () => true, yes: (index) => first[index] === true },
          ...{ covariates: [covariate('wt', wt)], groupings: [all] },
        },
        {
          label: 'second',
          outcome: { of: (index) => first[index] === true, yes: (index) => second[index] === true },
          ...{ covariates: [covariate('wt', wt), covariate('mpg', mpg)], groupings: [all] },
        },
      ],
    }),
  )
  const own = made.sample.map((index) => made.values[index] as number)
  agrees(t, own, weights, 'weights', 9)
  t.strictSame(made.report.stages, ['first', 'second'])
  if (made.again === undefined) return t.fail('they can be made again')
  const again = weighAgain(
    made.again,
    places.map(() => 1),
  )
  agrees(
    t,
    made.sample.map((index) => again?.get(index)),
    weights,
    'made again',
    9,
  )
})

t.test('estimating weights anew in each sample tells how they vary, alike for the same seed', async (t) => {
  const world = plantedWorld(3, 300)
  const { indices, second, size, covariates, before, after } = world
  const made = defined(
    participationWeights('ipw', {
      population: indices,
      sample: indices.filter((index) => second.answered[index] === 1),
      groupings: [size],
      covariates: covariates.filter(({ name }) => name === 'last'),
    }),
  )
  if (made.again === undefined) return t.fail('they can be made again')
  const asked = { again: made.again, indices, of: (value: number) => value, level: 0.95, replicates: 99 }
  const found = defined(bootstrapWeighting(before, after, { ...asked, seed: 7 }))
  t.equal(found.drawn, 99)
  t.ok(found.interval[0] < world.truth && world.truth < found.interval[1], found.interval.join(' … '))
  t.strictSame(bootstrapWeighting(before, after, { ...asked, seed: 7 }), found)
  t.notSame(bootstrapWeighting(before, after, { ...asked, seed: 8 }), found)
})
