import { assertGiven } from './given.ts'
import { moments } from './moments.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/**
 * How far each value moves the mean: the mean less what it would be without the value.
 *
 *   x̄ − x̄₍₋ᵢ₎ = (xᵢ − x̄) / (n − 1)
 *
 * Undefined for fewer than two values. D. Belsley, E. Kuh, R. Welsch (1980), Regression Diagnostics, ch. 2; R: dfbeta(lm(x ~ 1)).
 * @example meanInfluence([1, 2, 6]) // [-1, -0.5, 1.5]
 */
export function meanInfluence(values: readonly number[]): number[] | NotDefined {
  assertGiven(values, 'values')
  if (values.length < 2) return notDefined('too-few-values')
  const { mean, n } = moments(values)
  return values.map((value) => (value - mean) / (n - 1))
}
