import { gammaln } from 'simple-statistics'

/**
 * Hedges' correction: standardised differences of small samples are too large by this factor's inverse.
 *
 *   J(df) = Γ(df/2) / (√(df/2)·Γ((df−1)/2)), exactly; 1 − 3/(4df−1) differs in the fourth digit
 *
 * Assumes normal values; for df > 1 only. L. Hedges (1981), Journal of Educational Statistics 6, 107–128; R:
 * exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2)).
 * @example hedgesCorrection(9) // 0.9138749, rounded
 */
export function hedgesCorrection(df: number): number {
  return Math.exp(gammaln(df / 2) - Math.log(df / 2) / 2 - gammaln((df - 1) / 2))
}
