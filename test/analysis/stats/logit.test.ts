import fc from 'fast-check'
import t from 'tap'
import { coefficientTable } from '../../../analysis/stats/coefficient-table.ts'
import { likelihoodRatioTest } from '../../../analysis/stats/likelihood-ratio-test.ts'
import { logit } from '../../../analysis/stats/logit.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { waldTest } from '../../../analysis/stats/wald-test.ts'
import { defined } from '../../support/defined.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Case {
  y: boolean[]
  names: string[]
  x: number[][]
  estimates: number[]
  se: number[]
  p: number[]
  lower: number[]
  upper: number[]
  logLikelihood: number
  nullLogLikelihood: number
  fitted: number[]
  smaller: string[]
  likelihoodRatio: object
  tested: string[]
  wald: object
}

const cases = readReference<Record<string, Case>>('logit')

for (const [name, reference] of Object.entries(cases)) {
  t.test(`${name} as in R`, async (t) => {
    const regressors = reference.names.map((name, place) => ({ name, values: reference.x[place] as number[] }))
    const fit = defined(logit(reference.y, regressors))
    const { estimates, logLikelihood, fitted } = reference
    agrees(t, fit, { estimates, logLikelihood, fitted }, 'fit', 11)
    agrees(t, fit.null.logLikelihood, reference.nullLogLikelihood, 'the model that knows nothing', 12)
    const table = coefficientTable(fit)
    agrees(
      t,
      table.map(({ se }) => se),
      reference.se,
      'standard errors',
      10,
    )
    agrees(
      t,
      table.map(({ test }) => defined(test).p),
      reference.p,
      "Wald's tests",
      9,
    )
    agrees(
      t,
      table.map(({ interval }) => interval[0]),
      reference.lower,
      'lower bounds',
      9,
    )
    agrees(
      t,
      table.map(({ interval }) => interval[1]),
      reference.upper,
      'upper bounds',
      9,
    )
    agrees(t, waldTest(fit, reference.tested), reference.wald, 'joint test', 9)
    const known = regressors.filter(({ name }) => reference.smaller.includes(name))
    const smaller = known.length === 0 ? fit.null : defined(logit(reference.y, known))
    agrees(t, likelihoodRatioTest(smaller, fit), reference.likelihoodRatio, 'likelihood ratio', 9)
  })
}

t.test('the standard error that R prints too early', async (t) => {
  const { y, x } = cases.mtcars as Case
  const [, slope] = coefficientTable(defined(logit(y, [{ name: 'wt', values: x[0] as number[] }])))
  t.equal(slope?.se.toFixed(5), '1.43653')
})

const yes = (text: string) => [...text].map((letter) => letter === 'j')

t.test('separation is found and the columns named', async (t) => {
  const steps = { name: 'steps', values: [1, 2, 3, 4, 5, 6] }
  t.strictSame(logit(yes('nnnjjj'), [steps]), { notDefined: 'separated', where: ['(constant)', 'steps'] }, 'complete')
  const touching = { name: 'touching', values: [1, 2, 3, 3, 4, 5] }
  t.match(logit(yes('nnnjjj'), [touching]), { notDefined: 'separated' }, 'but for a tie')
  const all = { name: 'all', values: [0, 0, 0, 1, 1, 1] }
  const noise = { name: 'noise', values: [1, 2, 3, 2, 3, 1] }
  const partly = logit(yes('njnjjj'), [noise, all])
  t.strictSame(partly, { notDefined: 'separated', where: ['all'] }, 'a class in which all say yes')
  const kreise = Array.from({ length: 40 }, (_, row) => row % 4)
  const dummies = [1, 2, 3].map((kreis) => ({
    name: `kreis${kreis}`,
    values: kreise.map((own) => (own === kreis ? 1 : 0)),
  }))
  const answered = kreise.map((kreis, row) => kreis === 2 || (row * 7) % 3 === 0)
  t.strictSame(logit(answered, dummies), { notDefined: 'separated', where: ['kreis2'] }, 'one Kreis of four')
  const rows = Array.from({ length: 200 }, (_, row) => row)
  const almost = rows.map((row) => (row === 150 ? false : row === 50 ? true : row >= 100))
  t.ok(isDefined(logit(almost, [{ name: 'row', values: rows }])), 'two exceptions, and nothing is separated')
})

t.test('what is not defined says why', async (t) => {
  const x = [{ name: 'x', values: [1, 2, 3] }]
  t.strictSame(logit([], []), { notDefined: 'no-values' })
  t.strictSame(logit(yes('jjj'), x), { notDefined: 'no-variation' })
  t.strictSame(logit(yes('nnn'), x), { notDefined: 'no-variation' })
  const double = [...x, { name: 'twice', values: [2, 4, 6] }]
  t.strictSame(logit(yes('jnj'), double), { notDefined: 'collinear', where: ['twice'] })
  t.strictSame(
    logit(yes('jn'), [
      { name: 'a', values: [1, 2] },
      { name: 'b', values: [1, 3] },
    ]),
    {
      notDefined: 'too-few-values',
    },
  )
  t.throws(() => logit(yes('jn'), [{ name: 'x', values: [1, Number.NaN] }]), { message: /^x\[1] is NaN/ })
  const fit = { logLikelihood: -1, parameters: 2 }
  t.throws(() => likelihoodRatioTest(fit, fit), RangeError)
})

t.test('a year instead of years since 2000 moves the constant only', async (t) => {
  const years = Array.from({ length: 30 }, (_, row) => row % 10)
  const y = years.map((year, row) => (year * 13 + row * 31) % 17 > 8)
  const near = defined(logit(y, [{ name: 'year', values: years }]))
  const far = defined(logit(y, [{ name: 'year', values: years.map((year) => year + 2000) }]))
  agrees(t, far.estimates[1], near.estimates[1], 'slope')
  agrees(t, far.logLikelihood, near.logLikelihood, 'likelihood', 12)
  agrees(t, far.fitted, near.fitted, 'probabilities')
})

t.test('one class variable gives the shares of the classes', async () => {
  const count = fc.integer({ min: 1, max: 60 })
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const y = [...Array(a).fill(true), ...Array(b).fill(false), ...Array(c).fill(true), ...Array(d).fill(false)]
      const values = y.map((_, row) => (row < a + b ? 0 : 1))
      const { estimates, covariance, fitted } = defined(logit(y, [{ name: 'class', values }]))
      const odds = Math.log((c * b) / (d * a))
      const variance = 1 / a + 1 / b + 1 / c + 1 / d
      return (
        Math.abs((estimates[1] as number) - odds) < 1e-10 &&
        Math.abs(((covariance[1] as number[])[1] as number) - variance) < 1e-9 * variance &&
        Math.abs((fitted[0] as number) - a / (a + b)) < 1e-12
      )
    }),
  )
})

t.test('yes and no exchanged change the signs only', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -9, max: 9 })), { minLength: 5, maxLength: 40 }),
      (of) => {
        const y = of.map(([yes]) => yes)
        const x = [{ name: 'x', values: of.map(([, value]) => value) }]
        const [there, back] = [
          logit(y, x),
          logit(
            y.map((value) => !value),
            x,
          ),
        ]
        if (!isDefined(there) || !isDefined(back)) return JSON.stringify(there) === JSON.stringify(back)
        return there.estimates.every(
          (b, place) => Math.abs(b + (back.estimates[place] as number)) < 1e-8 * (1 + Math.abs(b)),
        )
      },
    ),
  )
})
