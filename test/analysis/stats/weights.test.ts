import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { calibrationResiduals } from '../../../analysis/stats/calibration-residuals.ts'
import { classSums } from '../../../analysis/stats/class-sums.ts'
import type { Margin } from '../../../analysis/stats/classes-that-do-not-fit.ts'
import { designEffect } from '../../../analysis/stats/design-effect.ts'
import { inverseProbabilityWeights } from '../../../analysis/stats/inverse-probability-weights.ts'
import { moments } from '../../../analysis/stats/moments.ts'
import type { NotDefined } from '../../../analysis/stats/not-defined.ts'
import { pairedChange } from '../../../analysis/stats/paired-change.ts'
import { postStratify } from '../../../analysis/stats/post-stratify.ts'
import { rake } from '../../../analysis/stats/rake.ts'
import { trimWeights } from '../../../analysis/stats/trim-weights.ts'
import { weightedMean } from '../../../analysis/stats/weighted-mean.ts'
import { weightedPairedChange } from '../../../analysis/stats/weighted-paired-change.ts'
import { weightedVariance } from '../../../analysis/stats/weighted-variance.ts'
import { defined } from '../../support/defined.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Weighted {
  values: number[]
  after: number[]
  weights: number[]
  mean: object
  variance: number
  change: object
  designEffect: number
}
interface Stratified {
  values: number[]
  classes: string[]
  totals: Record<string, number>
  base: number[]
  weights: number[]
  mean: object
}
interface Raked {
  values: number[]
  a: string[]
  b: string[]
  totalsA: Record<string, number>
  totalsB: Record<string, number>
  base: number[]
  weights: number[]
  mean: object
}
interface Domains {
  domains: { domain: boolean[]; mean: object }[]
}
const cases = readReference<Record<string, Reference>>('weights')
type Reference = Weighted & Stratified & Raked & Domains

for (const name of ['cars', 'equal', 'mtcars', 'whole']) {
  t.test(`${name}: weighted figures as in R's survey`, async (t) => {
    const { values, after, weights, ...expected } = cases[name] as Reference
    agrees(t, weightedMean(values, weights), expected.mean, 'mean', 12)
    for (const { domain, mean } of expected.domains)
      agrees(t, weightedMean(values, weights, { domain }), mean, 'mean of a domain', 12)
    agrees(t, weightedVariance(values, weights), expected.variance, 'variance', 12)
    agrees(t, weightedPairedChange(values, after, weights), expected.change, 'paired change', 11)
    agrees(t, defined(designEffect(weights)).designEffect, expected.designEffect, 'design effect', 13)
  })
}

for (const name of ['stratified', 'stratified_base']) {
  t.test(`${name}: weights as in R's survey`, async (t) => {
    const { values, classes, totals, base, ...expected } = cases[name] as Reference
    const weights = defined(postStratify({ name, classes, totals }, base))
    agrees(t, weights, expected.weights, 'weights', 13)
    if (base.some((one) => one !== 1)) return
    agrees(t, weightedMean(values, weights, { residuals: calibrationResiduals([classes]) }), expected.mean, 'mean', 11)
    for (const { domain, mean } of expected.domains)
      agrees(
        t,
        weightedMean(values, weights, { residuals: calibrationResiduals([classes]), domain }),
        mean,
        'mean of a domain',
        11,
      )
  })
}

const rakedCase = (name: string) => {
  const { a, b, totalsA, totalsB, base, ...rest } = cases[name] as Reference
  const margins = [
    { name: 'a', classes: a, totals: totalsA },
    { name: 'b', classes: b, totals: totalsB },
  ]
  return { ...rest, margins, raked: defined(rake(margins, base)) }
}

for (const name of ['raked', 'raked_base', 'raked_crossed']) {
  t.test(`${name}: weights as in R's survey`, async (t) => {
    const { raked, weights } = rakedCase(name)
    t.ok(raked.deviation <= 1e-12)
    agrees(t, raked.weights, weights, 'weights')
  })
}

for (const name of ['raked', 'raked_crossed']) {
  t.test(`${name}: errors as in R's survey, also of domains`, async (t) => {
    const { raked, values, weights, mean, domains, margins } = rakedCase(name)
    const residuals = calibrationResiduals(margins.map((margin) => margin.classes))
    agrees(t, weightedMean(values, raked.weights, { residuals }), mean, 'mean')
    agrees(t, weightedMean(values, weights, { residuals }), mean, 'mean with weights of R', 10)
    for (const { domain, mean: own } of domains)
      agrees(t, weightedMean(values, weights, { residuals, domain }), own, 'mean of a domain', 10)
  })
}

const sizes: Margin = { name: 'size', classes: ['s', 's', 'l'], totals: { s: 60, l: 20 } }
const places: Margin = { name: 'place', classes: ['u', 'v', 'u'], totals: { u: 50, v: 30 } }

t.test('weights that cannot be say why and where', async (t) => {
  const unknown = { ...sizes, classes: ['s', 'm', 'l'] }
  t.strictSame(postStratify(unknown), { notDefined: 'unknown-class', where: ['size: m'] })
  t.strictSame(rake([places, unknown]), { notDefined: 'unknown-class', where: ['size: m'] })
  const empty = { ...sizes, totals: { s: 60, l: 20, xl: 3, none: 0 } }
  t.strictSame(postStratify(empty), { notDefined: 'empty-class', where: ['size: xl'] })
  t.strictSame(rake([empty]), { notDefined: 'empty-class', where: ['size: xl'] })
  t.strictSame(postStratify({ ...sizes, totals: { s: 60, l: 0 } }), { notDefined: 'unknown-class', where: ['size: l'] })
  const larger = { ...places, totals: { u: 50, v: 31 } }
  t.strictSame(rake([sizes, larger]), { notDefined: 'unequal-totals', where: ['place'] })
  const tied: Margin[] = [
    { name: 'a', classes: ['x', 'y'], totals: { x: 5, y: 5 } },
    { name: 'b', classes: ['u', 'v'], totals: { u: 4, v: 6 } },
  ]
  t.strictSame(rake(tied), { notDefined: 'not-converged' }, 'x is u and y is v: two totals for the same')
  t.strictSame(postStratify({ name: 'a', classes: [], totals: {} }), { notDefined: 'no-values' })
  t.strictSame(rake([]), { notDefined: 'no-values' })
  t.throws(() => postStratify({ ...sizes, totals: { s: -1, l: 2 } }), RangeError)
  t.throws(() => postStratify(sizes, [1, 0, 1]), { message: 'weights[1] is 0: who counts has a weight above 0' })
  t.throws(() => rake([sizes, { ...places, classes: ['u'] }]), { message: /belong together/ })
  const prototype = postStratify({ name: 'a', classes: ['constructor'], totals: { b: 1 } })
  t.match(prototype, { notDefined: 'unknown-class', where: ['a: constructor'] })
})

t.test('weighted figures that are not defined say why', async (t) => {
  const few = { notDefined: 'too-few-values' }
  t.strictSame(weightedMean([], []), { notDefined: 'no-values' })
  t.strictSame(weightedVariance([], []), { notDefined: 'no-values' })
  t.strictSame(weightedPairedChange([], [], []), { notDefined: 'no-values' })
  t.strictSame(designEffect([]), { notDefined: 'no-values' })
  t.strictSame(trimWeights([]), { notDefined: 'no-values' })
  t.strictSame(weightedMean([3], [2]), { n: 1, mean: 3, df: 0, se: few, interval: few })
  t.strictSame(weightedVariance([3], [2]), few)
  t.match(weightedPairedChange([1], [2], [1]), { change: 1, sd: few, se: few, test: few })
  const same = { notDefined: 'no-variation' }
  t.match(weightedPairedChange([1, 2], [2, 3], [1, 5]), { change: 1, se: same, interval: same, test: same })
  t.match(
    weightedPairedChange([0.1, 1000.2, 7.7], [0.4, 1000.5, 8], [1, 5, 2]),
    { se: same, test: same },
    'rounding is no spread',
  )
  t.throws(() => weightedMean([1, 2], [1, Number.NaN]), { message: /^weights\[1] is NaN/ })
  t.throws(() => weightedMean([1, 2], [1]), { message: 'values and weights belong together, but there are 2 and 1' })
})

t.test('probabilities to answer', async (t) => {
  t.throws(() => inverseProbabilityWeights([0.5, 0]), { message: /^probabilities\[1] is 0/ })
  t.throws(() => inverseProbabilityWeights([1.01]), RangeError)
  const trimmed = defined(trimWeights([1, 2, 3, 4, 100], 0.75))
  t.strictSame(trimmed, { weights: [1, 2, 3, 4, 4], cap: 4, trimmed: 1, kept: 14 / 110 })
})

const weight = fc.integer({ min: 1, max: 50 })
const rows = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), weight), { minLength: 2, maxLength: 40 })
/** Equal but for rounding; what has no value for the same reason is equal too. */
const close = (a: number | NotDefined, b: number | NotDefined) =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
    : isDeepStrictEqual(a, b)

t.test('equal weights weigh nothing, and the unit of weights does not matter', async () => {
  fc.assert(
    fc.property(rows, weight, (of, factor) => {
      const values = of.map(([value]) => value)
      const weights = of.map(([, own]) => own)
      const scaled = weights.map((own) => own * factor)
      const equal = values.map(() => factor)
      const after = values.map((value, row) => value + (row % 5))
      const plain = defined(pairedChange(values, after))
      const weighted = defined(weightedPairedChange(values, after, equal))
      const { designEffect: effect, effectiveN } = defined(designEffect(weights))
      const [here, there] = [defined(weightedMean(values, weights)), defined(weightedMean(values, scaled))]
      return (
        close(weightedVariance(values, equal), moments(values).squares / (values.length - 1)) &&
        close(plain.change, weighted.change) &&
        close(plain.se, weighted.se) &&
        close(plain.sd, weighted.sd) &&
        close(here.mean, there.mean) &&
        close(here.se, there.se) &&
        effect >= 1 - 1e-12 &&
        effectiveN <= values.length + 1e-9
      )
    }),
  )
})

t.test('raked weights hit every margin', async () => {
  const row = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), weight)
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 5, maxLength: 60 }),
      fc.array(weight, { minLength: 6, maxLength: 6 }),
      (of, cells) => {
        // Totals of a population in which every combination of the sample occurs can always be met.
        const population = of.map(([a, x], index) => ({ a, x, size: (cells[index % 6] as number) + 1 }))
        const totals = (of: 'a' | 'x') =>
          Object.fromEntries(
            classSums(
              population.map((own) => own[of]),
              population.map(({ size }) => size),
            ),
          )
        const margins = [
          { name: 'first', classes: of.map(([a]) => a), totals: totals('a') },
          { name: 'second', classes: of.map(([, x]) => x), totals: totals('x') },
        ]
        const { weights } = defined(
          rake(
            margins,
            of.map(([, , base]) => base),
          ),
        )
        return margins.every(({ classes, totals }) =>
          [...classSums(classes, weights)].every(
            ([label, sum]) => Math.abs(sum / (totals[label] as number) - 1) <= 1e-9,
          ),
        )
      },
    ),
  )
})

t.test('what the margins say has no error', async (t) => {
  const classes = ['s', 's', 'l', 'l', 'l']
  const weights = defined(postStratify({ name: 'size', classes, totals: { s: 10, l: 5 } }))
  const share = weightedMean([1, 1, 0, 0, 0], weights, { residuals: calibrationResiduals([classes]) })
  t.match(share, { mean: 2 / 3, se: { notDefined: 'no-variation' } })
  const nested = [classes, classes.map((label) => `${label} again`)]
  t.strictSame(
    weightedMean([1, 5, 2, 7, 8], weights, { residuals: calibrationResiduals(nested) }),
    weightedMean([1, 5, 2, 7, 8], weights, { residuals: calibrationResiduals([classes]) }),
    'a margin that follows from another adds nothing',
  )
})

t.test('a bias that depends on the class goes away, and the trimmed rest stays honest', async (t) => {
  const classes = Array.from({ length: 100 }, (_, row) => (row < 80 ? 'large' : 'small'))
  const values = classes.map((label, row) => (label === 'large' ? 10 : 30) + (row % 3))
  const truth = 0.2 * 10 + 0.8 * 30 + 1
  const weights = defined(postStratify({ name: 'size', classes, totals: { large: 200, small: 800 } }))
  const { mean, interval } = defined(weightedMean(values, weights, { residuals: calibrationResiduals([classes]) }))
  t.ok(Math.abs(mean - truth) < 0.1, `${mean} instead of ${truth}`)
  const [low, high] = interval as number[]
  t.ok((low as number) < truth && truth < (high as number))
})
