import { isDefined } from './not-defined.ts'
import { qr } from './qr.ts'
import { residuals } from './residuals.ts'

/**
 * What the margins that weights were fitted to leave of each value: only this part is still uncertain.
 *
 *   e = y − Xb, b by least squares with the final weights, X the indicators of all classes of all margins
 *
 * Classes that follow from those before them are left out of X, which changes no residual. Without margins e = y − ȳ_w.
 * Assumes that the totals of the margins are known. J.-C. Deville, C.-E. Särndal, O. Sautory (1993), JASA 88,
 * 1013–1020; R: resid(lm(y ~ margin1 + margin2, weights = w)).
 * @example calibrationResiduals([1, 2, 5, 8], [1, 3, 1, 1], [['a', 'a', 'b', 'b']]) // [-0.75, 0.25, -1.5, 1.5]
 */
export function calibrationResiduals(
  values: readonly number[],
  weights: readonly number[],
  margins: readonly (readonly string[])[],
): number[] {
  const root = weights.map(Math.sqrt)
  const rooted = (column: readonly number[]) => column.map((value, row) => value * (root[row] as number))
  const columns = [values.map(() => 1), ...margins.flatMap(indicators)]
  for (;;) {
    const taken = qr(columns.map(rooted))
    if (isDefined(taken)) return residuals(values, columns, taken.solve(rooted(values)))
    columns.splice(Number(taken.where?.[0]), 1)
  }
}

/** One column of 0 and 1 for every class but the first, which follows from the others. */
const indicators = (classes: readonly string[]) =>
  [...new Set(classes)].slice(1).map((label) => classes.map((own) => (own === label ? 1 : 0)))
