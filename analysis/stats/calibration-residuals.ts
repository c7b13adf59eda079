import { isDefined } from './not-defined.ts'
import { qr } from './qr.ts'
import { residuals } from './residuals.ts'

/**
 * What the margins that weights were fitted to leave of each value: only this part is still uncertain.
 *
 *   e = y − Xb, b by least squares, X the indicators of all classes of all margins
 *
 * Least squares with the weights before the fit, which are all 1 here; with the fitted ones the third digit of an error
 * would be another one. Classes that follow from those before them are left out of X, which changes no residual. Assumes
 * that the totals of the margins are known. J.-C. Deville, C.-E. Särndal, O. Sautory (1993), JASA 88, 1013–1020; R:
 * resid(lm(y ~ margin1 + margin2)), to which the ten sweeps of survey::svyrecvar come near.
 * The design is taken apart once, for as many values as come.
 * @example calibrationResiduals([['a', 'a', 'b', 'b']])([1, 2, 5, 8]) // [-0.5, 0.5, -1.5, 1.5]
 */
export function calibrationResiduals(margins: readonly (readonly string[])[]): (values: readonly number[]) => number[] {
  const columns = [(margins[0] ?? []).map(() => 1), ...margins.flatMap(indicators)]
  for (;;) {
    const taken = qr(columns)
    if (isDefined(taken)) return (values) => residuals(values, columns, taken.solve(values))
    if (columns.length === 1) return (values) => [...values]
    columns.splice(Number(taken.where?.[0]), 1)
  }
}

/** One column of 0 and 1 for every class but the first, which follows from the others. */
const indicators = (classes: readonly string[]) =>
  [...new Set(classes)].slice(1).map((label) => classes.map((own) => (own === label ? 1 : 0)))
