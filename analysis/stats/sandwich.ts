import { sum } from './sum.ts'

/**
 * Covariance of estimates from the scores that were summed up to 0.
 *
 *   (X'X)⁻¹ · (Σ_g u_g u_g') · (X'X)⁻¹   with u_g = Σ_{i in g} xᵢeᵢ
 *
 * Assumes independent groups g; a group may be a single row. P. Huber (1967); H. White (1980), Econometrica 48,
 * 817–838.
 * @example sandwich([[0.5]], [[1], [-1]]) // [[0.5]]
 */
export function sandwich(bread: readonly (readonly number[])[], scores: readonly (readonly number[])[]): number[][] {
  const meat = bread.map((_, i) => bread.map((_, j) => sum(scores.map((u) => (u[i] as number) * (u[j] as number)))))
  return multiply(multiply(bread, meat), bread)
}

const multiply = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  a.map((row) => b.map((_, j) => sum(row.map((value, i) => value * ((b[i] as readonly number[])[j] as number)))))
