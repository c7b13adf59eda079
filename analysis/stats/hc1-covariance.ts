import type { LeastSquares } from './least-squares.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sandwich } from './sandwich.ts'

/**
 * Covariance of least squares estimates whose errors may differ in variance (HC1).
 *
 *   n/(n−K) · (X'X)⁻¹ · Σ eᵢ²xᵢxᵢ' · (X'X)⁻¹   with K = k + absorbed
 *
 * `absorbed` counts effects that were swept out of y and X beforehand. Assumes independent rows. Undefined where
 * nothing is left of n − K. J. MacKinnon, H. White (1985), Journal of Econometrics 29, 305–325; R:
 * sandwich::vcovHC(fit, 'HC1'); Stata: regress, vce(robust).
 * @example hc1Covariance(leastSquares([1, 3, 6, 6], [{ name: 'x', values: [0, 1, 2, 3] }]))[1][1] // 0.1288
 */
export function hc1Covariance({ n, df, residuals, qr }: LeastSquares, absorbed = 0): number[][] | NotDefined {
  if (df <= absorbed) return notDefined('too-few-values')
  const basis = qr.basis()
  const scores = residuals.map((error, row) => basis.map((column) => (column[row] as number) * error))
  const factor = n / (df - absorbed)
  return sandwich(qr, scores).map((row) => row.map((value) => factor * value))
}
