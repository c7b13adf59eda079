import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { clusterCovariance } from '../../../analysis/stats/cluster-covariance.ts'
import { type Coefficient, coefficientTable } from '../../../analysis/stats/coefficient-table.ts'
import type { Regressor } from '../../../analysis/stats/design.ts'
import { leastSquares } from '../../../analysis/stats/least-squares.ts'
import { mean } from '../../../analysis/stats/mean.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { qr } from '../../../analysis/stats/qr.ts'
import { waldTest } from '../../../analysis/stats/wald-test.ts'
import { defined } from '../../support/defined.ts'
import { agrees, correctDigits, readReference } from '../../support/reference.ts'

interface Table {
  estimate: number[]
  se: number[]
  p: number[]
  lower: number[]
  upper: number[]
}
interface Case {
  y: number[]
  names: string[]
  x: number[][]
  sigma: number
  rSquared: number
  df: number
  overall: { f: number; df: number; p: number }
  iid: Table
  clusters?: string[]
  cluster?: Table
}

const cases = readReference<Record<string, Case>>('least-squares')
const regressors = ({ names, x }: Pick<Case, 'names' | 'x'>): Regressor[] =>
  names.map((name, place) => ({ name, values: x[place] as number[] }))
const columnsOf = (table: Coefficient[]): Table => ({
  estimate: table.map(({ estimate }) => estimate),
  se: table.map(({ se }) => se),
  p: table.map(({ test }) => defined(test).p),
  lower: table.map(({ interval }) => interval[0]),
  upper: table.map(({ interval }) => interval[1]),
})

for (const [name, reference] of Object.entries(cases)) {
  t.test(`${name} as in R`, async (t) => {
    // R itself has about 11 digits on Longley; NIST's own are tried below.
    const digits = name === 'longley' ? 10 : 11
    const fit = defined(leastSquares(reference.y, regressors(reference)))
    const { sigma, rSquared, df, overall } = reference
    agrees(t, fit, { sigma, rSquared, df, overall }, 'fit', digits)
    agrees(t, columnsOf(coefficientTable(fit, { df: fit.df })), reference.iid, 'coefficients', digits - 1)
    if (reference.clusters === undefined) return
    const clustered = defined(clusterCovariance(fit, reference.clusters))
    const table = coefficientTable({ ...fit, covariance: clustered.covariance }, { df: clustered.df })
    agrees(t, columnsOf(table), reference.cluster, 'CR1', digits - 1)
  })
}

t.test('clusters of one row each: HC1 of Longley, where sandwich has 8 digits, as in exact fractions', async (t) => {
  const reference = cases.longley as Case
  const rows = reference.y.map((_, row) => String(row))
  const { covariance } = defined(clusterCovariance(defined(leastSquares(reference.y, regressors(reference))), rows))
  const exact = [
    1109.615440773763, 0.06829379659421905, 0.03276799677685956, 0.005109854812346582, 0.0019499333485464444,
    0.2109446616265666, 0.5711791673801278,
  ]
  agrees(
    t,
    covariance.map((row, place) => Math.sqrt(row[place] as number)),
    exact,
    'standard errors',
    11,
  )
})

interface Certified {
  y: number[]
  x: number[]
  estimates: number[]
  se: number[]
}
const nist = (name: string): Certified =>
  JSON.parse(readFileSync(new URL(`../../reference/nist/${name}.json`, import.meta.url), 'utf8'))

const powers = (x: number[], highest: number) => Array.from({ length: highest + 1 }, (_, p) => x.map((v) => v ** p))
const polynomial = (x: number[], highest: number): Regressor[] =>
  powers(x, highest)
    .slice(1)
    .map((values, p) => ({ name: `x${p + 1}`, values }))

/** The worst digits of estimates and of standard errors. */
function digitsOf(y: number[], of: Regressor[], certified: Pick<Certified, 'estimates' | 'se'>): [number, number] {
  const fit = defined(leastSquares(y, of))
  const ses = fit.covariance.map((row, place) => Math.sqrt(row[place] as number))
  const worst = (found: number[], wanted: number[]) =>
    Math.min(...found.map((value, place) => correctDigits(value, wanted[place] as number)))
  return [worst(fit.estimates, certified.estimates), worst(ses, certified.se)]
}

t.test('the certified values of NIST', async (t) => {
  const filip = nist('filip')
  const [b, se] = digitsOf(filip.y, polynomial(filip.x, 10), filip)
  t.ok(b > 7.5 && se > 7.5, `Filip, degree 10, where the normal equations fail: ${b}, ${se} digits`)

  const pontius = nist('pontius')
  const loads = Array.from({ length: 40 }, (_, row) => 150_000 * ((row % 20) + 1))
  const [b2, se2] = digitsOf(pontius.y, polynomial(loads, 2), pontius)
  t.ok(b2 > 11 && se2 > 11, `Pontius: ${b2}, ${se2} digits`)

  const longley = cases.longley as Case
  const certified = {
    estimates: [
      -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ],
    se: [
      890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.22607320006937,
      455.478499142212,
    ],
  }
  // NIST counts persons and dollars, R's data set thousands and billions.
  const units = [1, 1000, 10, 10, 1000, 1]
  const inPersons = regressors(longley).map(({ name, values }, place) => ({
    name,
    values: values.map((value) => Math.round(value * (units[place] as number) * 10) / 10),
  }))
  const [b3, se3] = digitsOf(
    longley.y.map((value) => Math.round(value * 1000)),
    inPersons,
    certified,
  )
  t.ok(b3 > 10.5 && se3 > 10.5, `Longley: ${b3}, ${se3} digits`)
})

t.test("Wampler's polynomials, known by their making", async (t) => {
  const x = Array.from({ length: 21 }, (_, value) => value)
  const wampler = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048]
  const noise = x.map((value) => wampler[Math.min(value, 20 - value)] as number)
  const ones = x.map((value) => 1 + value + value ** 2 + value ** 3 + value ** 4 + value ** 5)
  const certifiedSe = [
    2152.3262467817, 2363.55173469681, 779.343524331583, 101.47550755035, 5.64566512170752, 0.112324854679312,
  ]
  const solve = (y: number[]) => defined(leastSquares(y, polynomial(x, 5))).estimates
  const worst = (found: number[], wanted: number[]) =>
    Math.min(...found.map((value, place) => correctDigits(value, wanted[place] as number)))
  const one = Array(6).fill(1)
  t.ok(worst(solve(ones), one) > 9.5, `Wampler1: ${worst(solve(ones), one)} digits`)
  const tenths = x.map((v) => (1e5 + 1e4 * v + 1e3 * v ** 2 + 100 * v ** 3 + 10 * v ** 4 + v ** 5) / 1e5)
  const decimals = [1, 0.1, 0.01, 0.001, 1e-4, 1e-5]
  t.ok(worst(solve(tenths), decimals) > 12, `Wampler2: ${worst(solve(tenths), decimals)} digits`)
  // The noise grows a hundredfold each time; two digits go with it, whatever the method (R: 9.4, 7.6, 5.6).
  for (const [factor, least] of [
    [1, 9.3],
    [100, 7.6],
    [10_000, 5.6],
  ] as const) {
    const y = ones.map((value, row) => value + factor * (noise[row] as number))
    const se = certifiedSe.map((value) => value * factor)
    const [b, s] = digitsOf(y, polynomial(x, 5), { estimates: one, se })
    t.ok(b > least && s > 11, `Wampler with ${factor} times the noise: ${b}, ${s} digits`)
  }
})

t.test('a column that follows from others is named, whatever its unit', async (t) => {
  const a = [1, 2, 3, 4, 5]
  const b = [2, 1, 4, 3, 7]
  const sums = a.map((value, row) => 1e9 * (value + (b[row] as number)))
  const of = [
    { name: 'a', values: a },
    { name: 'b', values: b },
    { name: 'sum', values: sums },
  ]
  t.strictSame(leastSquares([1, 2, 3, 4, 6], of), { notDefined: 'collinear', where: ['sum'] })
  const same = [{ name: 'fixed', values: [3, 3, 3, 3, 3] }]
  t.strictSame(leastSquares([1, 2, 3, 4, 6], same), { notDefined: 'collinear', where: ['fixed'] })
  const nothing = [{ name: 'zero', values: [0, 0, 0, 0, 0] }]
  t.strictSame(leastSquares([1, 2, 3, 4, 6], nothing, { constant: false }), {
    notDefined: 'collinear',
    where: ['zero'],
  })
  const tiny = [{ name: 'tiny', values: a.map((value) => value * 1e-200) }]
  t.ok(isDefined(leastSquares([1, 2, 3, 4, 6], tiny)), 'a small unit makes no column collinear')
})

t.test('what is not defined says why', async (t) => {
  t.strictSame(leastSquares([], []), { notDefined: 'no-values' })
  t.strictSame(leastSquares([1], []), { notDefined: 'too-few-values' })
  t.match(leastSquares([2, 2, 2], []), { estimates: [2], sigma: 0, rSquared: { notDefined: 'no-variation' } })
  const fit = defined(leastSquares([1, 2, 4], [{ name: 'x', values: [1, 2, 3] }]))
  t.strictSame(clusterCovariance(fit, ['a', 'a', 'a']), { notDefined: 'too-few-values' })
  t.throws(() => clusterCovariance(fit, ['a']), RangeError)
  t.throws(() => leastSquares([1, 2], [{ name: 'x', values: [1] }]), { message: "'x' has 1 values instead of 2" })
  t.throws(() => leastSquares([1, Number.NaN], []), { message: /^y\[1] is NaN/ })
  const twice = { name: 'x', values: [1, 2] }
  t.throws(() => leastSquares([1, 2], [twice, twice]), { message: /same name/ })
  t.throws(() => waldTest(fit, ['z']), { message: "'z' is none of the coefficients (constant), x" })
  const flat = coefficientTable({ names: ['x'], estimates: [1], covariance: [[0]] })
  t.match(flat, [{ se: 0, interval: [1, 1], test: { notDefined: 'no-variation' } }])
})

t.test("Wald's test of all slopes is the overall test, of one it is t²", async (t) => {
  const reference = cases.mtcars as Case
  const fit = defined(leastSquares(reference.y, regressors(reference)))
  agrees(t, defined(waldTest(fit, reference.names, fit.df)).p, reference.overall.p, 'all', 11)
  const [, wt] = coefficientTable(fit, { df: fit.df })
  const { chiSquare } = defined(waldTest(fit, ['wt']))
  agrees(t, Math.sqrt(chiSquare), Math.abs(defined((wt as Coefficient).test).statistic), 'one', 12)
})

const x = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 30 })

t.test('residuals are orthogonal to the columns, and units only rescale', async () => {
  fc.assert(
    fc.property(x, fc.integer(), fc.integer({ min: 1, max: 1000 }), (values, seed, factor) => {
      const y = values.map((value, row) => value * 2 + ((row * 7919 + seed) % 13))
      const fit = leastSquares(y, [{ name: 'x', values }])
      if (!isDefined(fit)) return fit.notDefined === 'collinear' && new Set(values).size === 1
      const scaled = defined(leastSquares(y, [{ name: 'x', values: values.map((value) => value * factor) }]))
      const dot = fit.residuals.reduce((all, error, row) => all + error * (values[row] as number), 0)
      const [slope, other] = [fit.estimates[1] as number, scaled.estimates[1] as number]
      return Math.abs(dot) < 1e-7 && Math.abs(slope - other * factor) < 1e-9 * Math.max(1, Math.abs(slope))
    }),
  )
})

t.test('effects swept out beforehand count as columns', async (t) => {
  const { y, x, clusters } = cases.chick_weight as Required<Case>
  const chicks = [...new Set(clusters)]
  const time = x[0] as number[]
  const dummies = chicks
    .slice(1)
    .map((chick) => ({ name: chick, values: clusters.map((own) => (own === chick ? 1 : 0)) }))
  const swept = (values: number[]) => {
    const means = new Map(chicks.map((chick) => [chick, mean(values.filter((_, row) => clusters[row] === chick))]))
    return values.map((value, row) => value - (means.get(clusters[row] as string) as number))
  }
  const long = defined(leastSquares(y, [{ name: 'time', values: time }, ...dummies]))
  const short = defined(leastSquares(swept(y), [{ name: 'time', values: swept(time) }], { constant: false }))
  const variance = (fit: typeof long, place: number, absorbed: number) =>
    defined(clusterCovariance(fit, clusters, absorbed)).covariance[place]?.[place]
  agrees(t, variance(short, 0, chicks.length), variance(long, 1, 0), 'CR1', 11)
  t.strictSame(clusterCovariance(short, clusters, short.df), { notDefined: 'too-few-values' })
})

t.test('a column may begin with 0, at any step', async (t) => {
  const first = defined(leastSquares([1, 3, 5, 7], [{ name: 'x', values: [0, 1, 2, 3] }], { constant: false }))
  agrees(t, first.estimates, [34 / 14], 'the first')
  const columns = [
    [0, 1, 1, 0],
    [0, 0, 1, 2],
    [3, 0, 0, 1],
  ]
  agrees(t, defined(qr(columns)).solve([6, 1, 0, 0]), [1, -1, 2], 'and later ones', 12)
})

t.test('a design times its coefficients is solved back', async () => {
  fc.assert(
    fc.property(x, (values) => {
      const columns = powers(values, 2)
      const taken = qr(columns)
      if (!isDefined(taken)) return new Set(values).size < 3
      const y = values.map((value) => 3 - 2 * value + value ** 2)
      return taken.solve(y).every((found, place) => Math.abs(found - ([3, -2, 1][place] as number)) < 1e-8)
    }),
    { numRuns: 1000 },
  )
})
