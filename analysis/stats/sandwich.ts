import type { Qr } from './qr.ts'
import { sum } from './sum.ts'

/**
 * Covariance of least squares estimates from what groups of rows add to them.
 *
 *   Σ_g a_g a_g'   with a_g = (X'X)⁻¹·Σ_{i in g} xᵢeᵢ = S·R⁻¹·Σ_{i in g} qᵢeᵢ
 *
 * The same as (X'X)⁻¹·(Σ_g u_g u_g')·(X'X)⁻¹, whose explicit inverses would cost digits. `scores` holds Σ qᵢeᵢ of every
 * group, qᵢ being the rows of the basis. Assumes independent groups; a group may be a single row. H. White (1980),
 * Econometrica 48, 817–838.
 * @example sandwich(qr([[1, 1]]), [[1], [-1]]) // [[1]]
 */
export function sandwich({ back }: Qr, scores: readonly (readonly number[])[]): number[][] {
  const parts = scores.map(back)
  const width = parts[0]?.length ?? 0
  const sumOf = (i: number, j: number) => sum(parts.map((part) => (part[i] as number) * (part[j] as number)))
  return Array.from({ length: width }, (_, i) => Array.from({ length: width }, (_, j) => sumOf(i, j)))
}
