import t from 'tap'
import { compare } from '../../../analysis/compare/compare-numbers.ts'
import { isTold } from '../../../analysis/disclosure/hidden.ts'
import { attrition } from '../../../analysis/participation/attrition.ts'
import {
  type ParticipationWeights,
  participationWeights,
  type WeightMethod,
  type WeightTask,
} from '../../../analysis/participation/participation-weights.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { defined } from '../../support/defined.ts'
import { type PlantedWorld, plantedWorld } from '../../support/planted-attrition.ts'
import { told } from '../../support/told.ts'

const methods: readonly WeightMethod[] = ['post', 'rake', 'ipw']

/** The load as classes for cells and margins, as a number for the logit. */
const taskOf = ({ indices, size, load, covariates, second }: PlantedWorld, method: WeightMethod): WeightTask => ({
  population: indices,
  sample: indices.filter((index) => second.answered[index] === 1),
  groupings: method === 'ipw' ? [size] : [size, load],
  covariates: covariates.filter(({ name }) => name === 'last'),
})

function changeOf({ before, after, indices }: PlantedWorld, { values, margins }: ParticipationWeights) {
  const weights = { name: 'w', label: 'w', values, margins }
  const { change, weighted } = compare(before, after, indices, { weights, replicates: 0 })
  if (weighted === undefined) throw new Error('weights were given')
  return { plain: defined(change), weighted: defined(weighted) }
}

t.test('who is missing: the planted differences are found again', async (t) => {
  const world = plantedWorld(1, 6_000)
  const { first, second, indices, size, load, covariates, drawn } = world
  const found = attrition({
    first,
    second,
    indices,
    characteristics: [size, load],
    covariates,
    model: { covariates, groupings: [] },
  })
  const answers = second.answered.reduce((sum, one) => sum + one, 0)
  t.strictSame(found.flow, { units: 6_000, both: answers, dropped: 6_000 - answers, joined: 0, neither: 0 })
  t.match(found.rates, { first: { yes: 6_000, of: 6_000 }, stayed: { yes: answers, of: 6_000 } })
  const model = defined(found.models.stayed)
  for (const [place, truth] of [drawn.constant, drawn.large, drawn.load].entries()) {
    const { interval, name, se } = model.coefficients[place] ?? { interval: [0, 0], name: '', se: 0 }
    t.ok(se > 0 && interval[0] < truth && truth < interval[1], `${name}: ${interval.join(' … ')} holds ${truth}`)
  }
  t.equal(model.coefficients[1]?.oddsRatio, Math.exp(model.coefficients[1]?.estimate ?? 0))
  t.strictSame(found.models.first, { notDefined: 'no-variation' }, 'all answered the first wave')
  for (const { tests } of found.characteristics) t.ok(defined(tests.stayed).pHolm < 1e-20)
  const difference = found.covariates.find(({ name }) => name === 'last')?.differences.stayed
  t.ok(difference !== undefined && defined(difference.standardised) > 0.4)
})

t.test('without weights the change is off by the planted amount; with any weighting it is not', async (t) => {
  const world = plantedWorld(2, 6_000)
  t.ok(world.bias > 0.5, `planted: ${world.bias}`)
  for (const method of methods) {
    const made = defined(participationWeights(method, taskOf(world, method)))
    const { plain, weighted } = changeOf(world, made)
    t.ok(Math.abs(plain.change - world.truth - world.bias) < 0.15, `plain: off by ${plain.change - world.truth}`)
    t.ok(Math.abs(weighted.change - world.truth) < 0.1, `${method}: off by ${weighted.change - world.truth}`)
  }
  const bySize = defined(participationWeights('rake', { ...taskOf(world, 'rake'), groupings: [world.size] }))
  const { weighted } = changeOf(world, bySize)
  t.ok(weighted.change - world.truth > 0.3, 'weights that know nothing of the load do not help against it')
})

t.test(
  'over many worlds the weighted intervals hold the truth at least as often as they say, the plain ones hardly ever',
  async (t) => {
    const worlds = Array.from({ length: 100 }, (_, seed) => plantedWorld(100 + seed, 600))
    const holds = (interval: unknown, truth: number) =>
      Array.isArray(interval) && interval[0] < truth && truth < interval[1] ? 1 : 0
    for (const method of methods) {
      let [plainHits, weightedHits] = [0, 0]
      for (const world of worlds) {
        const { plain, weighted } = changeOf(world, defined(participationWeights(method, taskOf(world, method))))
        plainHits += holds(plain.interval, world.truth)
        weightedHits += holds(weighted.interval, world.truth)
      }
      t.ok(weightedHits >= 90, `${method}: ${weightedHits} of 100 hold it`)
      t.ok(plainHits < 20, `plain: ${plainHits} of 100`)
    }
  },
)

t.test('weights meet what they were fitted to, and say what they cost', async (t) => {
  const world = plantedWorld(3, 3_000)
  for (const method of methods) {
    const task = taskOf(world, method)
    const { report, values } = defined(participationWeights(method, task))
    t.equal(report.population, 3_000)
    t.equal(report.sample, task.sample.length)
    t.equal(report.leftOut, 0)
    const { effect } = report
    if (!isTold(effect)) return t.fail('classes of many are told')
    t.ok(effect.designEffect > 1 && effect.smallest > 0)
    t.equal([...values].filter((value) => !Number.isNaN(value)).length, task.sample.length)
    const worst = Math.max(...report.balance.map(({ population, weighted }) => Math.abs(population - told(weighted))))
    t.ok(worst < (method === 'ipw' ? 0.02 : 1e-9), `${method}: ${worst}`)
    t.ok(report.balance.some(({ population, sample }) => Math.abs(population - told(sample)) > 0.05))
    if (method === 'ipw') {
      t.ok(told(report.trimming?.trimmed) <= Math.ceil(0.01 * told(report.sample)) && report.model !== undefined)
      t.equal(effect.largest, report.trimming?.cap)
    }
    if (method === 'rake') t.ok((report.raking?.deviation ?? 1) <= 1e-9)
  }
})

t.test('where there can be no weights, the reason stands in their place', async (t) => {
  const world = plantedWorld(4, 400)
  const { load, second } = world
  const onlyHeavy = world.indices.filter((index) => second.answered[index] === 1 && Number(load.of[index]) > 1)
  const apart = participationWeights('ipw', {
    ...taskOf(world, 'ipw'),
    sample: world.indices.filter((i) => load.of[i] === '3'),
  })
  t.match(apart, { notDefined: 'separated' })
  const collapsed = defined(
    participationWeights('post', { ...taskOf(world, 'post'), sample: onlyHeavy, groupings: [load] }),
  )
  t.strictSame(collapsed.report.madeFrom[0]?.classes, ['0 + 1 + 2', '3'], 'classes without answers join the next one')
  t.notOk(isDefined(participationWeights('post', { ...taskOf(world, 'post'), sample: [] })))
  const unknown = { ...load, of: load.of.map((code, index) => (index % 10 === 0 ? '' : code)) }
  const left = defined(participationWeights('rake', { ...taskOf(world, 'rake'), groupings: [unknown] }))
  t.equal(left.report.leftOut, 40)
  t.ok(Number.isNaN(left.values[0]))
})
