import { normalCdf, roughQuantileOfNormal } from './special-functions.ts'

const smallest = 1e-12

/**
 * Quantile of the standard normal distribution.
 *
 *   the z with Φ(z) = p
 *
 * The package has 15 digits in the middle, but 11 at 10⁻⁸; a step by Halley's rule, e = (Φ(z)−p)/φ(z), z − e/(1+ze/2),
 * brings the rest. Assumes 10⁻¹² ≤ p ≤ 1 − 10⁻¹². R: qnorm(p).
 * @example normalQuantile(0.975) // 1.959963984540054, rounded
 */
export function normalQuantile(p: number): number {
  if (!(p >= smallest && p <= 1 - smallest)) throw new RangeError(`p is ${p}: it has to lie between 0 and 1`)
  if (p > 0.5) return -normalQuantile(1 - p)
  const z = roughQuantileOfNormal(p, 0, 1)
  const error = (normalCdf(z, 0, 1) - p) * Math.sqrt(2 * Math.PI) * Math.exp(z ** 2 / 2)
  return z - error / (1 + (z * error) / 2)
}
