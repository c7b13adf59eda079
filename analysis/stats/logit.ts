import { combine } from './combine.ts'
import type { Regressor } from './design.ts'
import { design } from './design.ts'
import { isDefined, type NotDefined, notDefined } from './not-defined.ts'
import { qr } from './qr.ts'
import { separates } from './separates.ts'
import { sum } from './sum.ts'

export interface Logit {
  n: number
  names: string[]
  estimates: number[]
  covariance: number[][]
  /** The probability of a yes of every case. */
  fitted: number[]
  logLikelihood: number
  parameters: number
  /** The model that knows nothing but the share of yes. */
  null: { logLikelihood: number; parameters: number }
  iterations: number
}

const smallestStep = 1e-12
const roundingStep = 1e-8
const mostIterations = 50

/**
 * Logistic regression: how the odds of a yes depend on regressors.
 *
 *   ln(π/(1−π)) = x'b by maximum likelihood: b ← b + (X'WX)⁻¹X'(y−π), W = diag(π(1−π)), by QR of √W·X;   V = (X'WX)⁻¹
 *
 * Goes on until no x'b moves by more than 10⁻¹² of the largest, or only rounding moves it. R's glm stops earlier: its
 * standard errors have 3 to 8 digits, unless epsilon is 1e-14. Undefined where all say the same; where a column follows
 * from the others; and where the cases are separated: the likelihood has no maximum then, and printed numbers would be
 * those of the last step (`where` names the columns that grow). Assumes independent cases. D. Cox (1958), JRSS B 20,
 * 215–242; R: glm(y ~ x, binomial).
 * @example logit([false, true, false, true, true], [{ name: 'x', values: [1, 2, 3, 4, 5] }]).estimates
 * // [-2.6485866, 1.0904256], rounded
 */
export function logit(y: readonly boolean[], regressors: readonly Regressor[]): Logit | NotDefined {
  const n = y.length
  const { names, columns } = design(n, regressors)
  if (n === 0) return notDefined('no-values')
  const yes = y.filter(Boolean).length
  if (yes === 0 || yes === n) return notDefined('no-variation')
  const side = y.map((value) => (value ? 1 : -1))
  let estimates = names.map(() => 0)
  let scores = side.map(() => 0)
  let lastMove = Number.POSITIVE_INFINITY
  for (let iterations = 1; iterations <= mostIterations; iterations += 1) {
    const newton = newtonStep(side, columns, scores)
    if (!isDefined(newton))
      return notDefined(
        newton.notDefined,
        newton.where?.map((at) => names[Number(at)] as string),
      )
    const { inverse } = newton
    let { step } = newton
    let moves = combine(columns, step)
    for (const direction of [moves, scores]) {
      if (separates(side, direction)) return notDefined('separated', growing(names, columns, step))
    }
    while (logLikelihood(side, add(scores, moves)) < logLikelihood(side, scores) * (1 + roundingStep)) {
      step = halve(step)
      moves = halve(moves)
    }
    estimates = add(estimates, step)
    scores = combine(columns, estimates)
    const move = largest(moves) / Math.max(1, largest(scores))
    if (move <= smallestStep || (move < roundingStep && move > lastMove / 2)) {
      return {
        n,
        names,
        estimates,
        covariance: inverse,
        fitted: scores.map(logistic),
        logLikelihood: logLikelihood(side, scores),
        parameters: names.length,
        null: { logLikelihood: yes * Math.log(yes / n) + (n - yes) * Math.log1p(-yes / n), parameters: 1 },
        iterations,
      }
    }
    lastMove = move
  }
  return notDefined('not-converged')
}

/** (X'WX)⁻¹X'(y−π), as the projection of (y−π)/√w on √W·X. */
function newtonStep(side: readonly number[], columns: readonly (readonly number[])[], scores: readonly number[]) {
  const root = scores.map((score) => Math.sqrt(logistic(score) * logistic(-score)))
  const taken = qr(columns.map((column) => column.map((value, row) => value * (root[row] as number))))
  if (!isDefined(taken)) return taken
  const misses = scores.map((score, row) => (side[row] as number) * logistic(-(side[row] as number) * score))
  return { step: taken.solve(misses.map((miss, row) => miss / (root[row] as number))), inverse: taken.inverse }
}

/** The columns whose coefficients still change anything. */
const growing = (names: readonly string[], columns: readonly (readonly number[])[], step: readonly number[]) => {
  const reach = step.map((value, place) => Math.abs(value) * largest(columns[place] as readonly number[]))
  return names.filter((_, place) => (reach[place] as number) > largest(reach) / 100)
}

const logistic = (score: number) => 1 / (1 + Math.exp(-score))

const logLikelihood = (side: readonly number[], scores: readonly number[]) =>
  sum(scores.map((score, row) => logOfLogistic((side[row] as number) * score)))

const logOfLogistic = (score: number) => Math.min(score, 0) - Math.log1p(Math.exp(-Math.abs(score)))

const largest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

const add = (a: readonly number[], b: readonly number[]) => a.map((value, place) => value + (b[place] as number))

const halve = (values: readonly number[]) => values.map((value) => value / 2)
