import { design, type Regressor } from './design.ts'
import { fTail } from './f-tail.ts'
import { assertGiven } from './given.ts'
import { moments } from './moments.ts'
import { isDefined, type NotDefined, notDefined } from './not-defined.ts'
import { type Qr, qr } from './qr.ts'
import { residuals } from './residuals.ts'
import { sum } from './sum.ts'

export interface LeastSquares {
  n: number
  names: string[]
  estimates: number[]
  residuals: number[]
  /** The design taken apart, for other covariances. */
  qr: Qr
  /** Of the estimates, if all errors have the same variance. */
  covariance: number[][]
  /** n − k */
  df: number
  /** Standard deviation of the errors. */
  sigma: number
  rSquared: number | NotDefined
  /** Whether all but the constant may be 0. */
  overall: { f: number; df: number; p: number } | NotDefined
}

/**
 * Linear least squares.
 *
 *   b = argmin Σ(yᵢ − xᵢ'b)² by QR,   σ̂² = Σeᵢ²/(n−k),   V = σ̂²·(X'X)⁻¹,   R² = 1 − Σeᵢ²/Σ(yᵢ−ȳ)²
 *
 * k counts all columns. V assumes independent errors of the same variance; else see clusterCovariance. Undefined where
 * a column follows from the others (`where` names it) or n ≤ k; R² and the overall test where y does not vary or there
 * is no constant. R: lm(y ~ x).
 * @example leastSquares([1, 3, 6], [{ name: 'x', values: [0, 1, 2] }]).estimates // [0.8333333, 2.5], rounded
 */
export function leastSquares(
  y: readonly number[],
  regressors: readonly Regressor[],
  { constant = true } = {},
): LeastSquares | NotDefined {
  assertGiven(y, 'y')
  const n = y.length
  const { names, columns } = design(n, regressors, constant)
  const k = columns.length
  if (n === 0) return notDefined('no-values')
  if (n <= k) return notDefined('too-few-values')
  const taken = qr(columns)
  if (!isDefined(taken)) return named(taken, names)
  const estimates = taken.solve(y)
  const errors = residuals(y, columns, estimates)
  const left = sum(errors.map((error) => error ** 2))
  const df = n - k
  const variance = left / df
  const { squares } = moments(y)
  const explains = constant && squares > 0
  const overallDf = k - 1
  const f = (squares - left) / overallDf / variance
  return {
    n,
    names,
    estimates,
    residuals: errors,
    qr: taken,
    covariance: taken.inverse.map((row) => row.map((value) => value * variance)),
    df,
    sigma: Math.sqrt(variance),
    rSquared: explains ? 1 - left / squares : notDefined('no-variation'),
    overall:
      explains && overallDf > 0 && variance > 0
        ? { f, df: overallDf, p: fTail(f, overallDf, df) }
        : notDefined('no-variation'),
  }
}

const named = ({ notDefined: reason, where = [] }: NotDefined, names: readonly string[]) =>
  notDefined(
    reason,
    where.map((column) => names[Number(column)] as string),
  )
