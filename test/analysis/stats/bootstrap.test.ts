import fc from 'fast-check'
import t from 'tap'
import { bcaInterval } from '../../../analysis/stats/bca-interval.ts'
import { bootstrapInterval } from '../../../analysis/stats/bootstrap-interval.ts'
import { bootstrapReplicates } from '../../../analysis/stats/bootstrap-replicates.ts'
import { jackknife } from '../../../analysis/stats/jackknife.ts'
import { mean } from '../../../analysis/stats/mean.ts'
import { median } from '../../../analysis/stats/median.ts'
import { moments } from '../../../analysis/stats/moments.ts'
import { percentileInterval } from '../../../analysis/stats/percentile-interval.ts'
import { random } from '../../../analysis/stats/random.ts'
import { wichmannHill } from '../../../analysis/stats/wichmann-hill.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Case {
  x: number[]
  seed: number
  replicates: number[]
  estimate: number
  jackknife: number[]
  level: number
  percentile: number[]
  bca: number[]
}
interface Draws {
  seed: number
  numbers: number[]
}
const {
  random: draws,
  wichmann_hill: simpler,
  ...cases
} = readReference<{ random: Draws[]; wichmann_hill: Draws[] } & Record<string, unknown>>('bootstrap')

type Statistic = (sample: readonly number[]) => number
const statistics: Record<string, Statistic> = {
  sleep_mean: mean as Statistic,
  sleep_mean_90: mean as Statistic,
  rivers_median: median as Statistic,
  mtcars_variance: (sample) => moments(sample).squares / (sample.length - 1),
}

t.test('the same numbers as another program draws from the same seed', async (t) => {
  for (const { seed, numbers } of draws) {
    const next = random(seed)
    t.strictSame(numbers.map(next), numbers, `seed ${seed}`)
  }
  t.throws(() => random(0.5), { message: 'seed is 0.5: it has to be a whole number' })
  for (const { seed, numbers } of simpler) {
    const next = wichmannHill(seed)
    t.strictSame(numbers.map(next), numbers, `Wichmann-Hill, seed ${seed}`)
  }
  t.throws(() => wichmannHill(-1), /whole number from 0 on/)
})

for (const [name, reference] of Object.entries(cases as Record<string, Case>)) {
  t.test(`${name} as in R`, async (t) => {
    const { x, seed, replicates, estimate, level } = reference
    const statistic = statistics[name] as Statistic
    const drawn = bootstrapReplicates(x, statistic, { seed, replicates: replicates.length })
    agrees(t, drawn, replicates, 'replicates', 12)
    agrees(t, jackknife(x, statistic), reference.jackknife, 'jackknife', 12)
    agrees(t, percentileInterval(replicates, level), reference.percentile, 'percentile', 11)
    const bca = bcaInterval({ estimate, replicates, jackknife: reference.jackknife, level })
    agrees(t, bca, reference.bca, 'BCa', 11)
    const options = { seed, replicates: replicates.length, level }
    agrees(t, bootstrapInterval(x, statistic, options), reference.bca, 'all in one', 11)
    const percentile = bootstrapInterval(x, statistic, { ...options, kind: 'percentile' })
    agrees(t, percentile, reference.percentile, 'all in one, percentile', 11)
  })
}

t.test('every seed its own sample, the same every time', async (t) => {
  const x = [1, 5, 2, 8, 3, 9]
  const of = (seed: number) => bootstrapInterval(x, mean as Statistic, { seed, replicates: 200 })
  t.strictSame(of(1), of(1))
  t.notSame(of(1), of(2))
  t.strictSame(x, [1, 5, 2, 8, 3, 9], 'the values are not touched')
})

t.test('random numbers fill the unit interval evenly', async (t) => {
  const next = random(42)
  const slots = Array(10).fill(0)
  for (let drawn = 0; drawn < 100_000; drawn += 1) slots[Math.floor(next() * 10)] += 1
  const chiSquare = slots.reduce((all, count) => all + (count - 10_000) ** 2 / 10_000, 0)
  t.ok(chiSquare > 2 && chiSquare < 22, `χ² with 9 degrees of freedom is ${chiSquare}`)
})

t.test('what is not defined says why', async (t) => {
  const options = { seed: 1, replicates: 50 }
  t.strictSame(bootstrapInterval([], mean as Statistic, options), { notDefined: 'no-values' })
  t.strictSame(bootstrapInterval([1], mean as Statistic, options), { notDefined: 'too-few-values' })
  t.strictSame(bootstrapInterval([4, 4, 4], mean as Statistic, options), { notDefined: 'no-variation' })
  t.strictSame(percentileInterval([]), { notDefined: 'no-values' })
  const lopsided = { estimate: 0, replicates: [1, 2, 3], jackknife: [1, 2] }
  t.strictSame(bcaInterval(lopsided), { notDefined: 'no-variation' }, 'all replicates on one side')
  t.throws(() => bootstrapInterval([1, 2], () => Number.NaN, options), { message: /^replicates\[0] is NaN/ })
})

t.test('intervals lie among the replicates and move with the values', async () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 20 }), fc.integer(), (x, seed) => {
      const options = { seed, replicates: 99, kind: 'percentile' } as const
      const here = bootstrapInterval(x, mean as Statistic, options)
      const there = bootstrapInterval(
        x.map((value) => value + 64),
        mean as Statistic,
        options,
      )
      if (!Array.isArray(here) || !Array.isArray(there)) return !Array.isArray(there)
      return (
        here[0] >= Math.min(...x) &&
        here[1] <= Math.max(...x) &&
        here[0] <= here[1] &&
        Math.abs(there[0] - here[0] - 64) < 1e-9
      )
    }),
    { numRuns: 50 },
  )
})
