import { fTail } from './f-tail.ts'
import { assertPaired } from './given.ts'
import { isDefined, type NotDefined, notDefined } from './not-defined.ts'
import { qr } from './qr.ts'
import { sum } from './sum.ts'

/** Means of groups with their covariance, and the degrees of freedom of each variance. */
export interface GroupMeans {
  means: readonly number[]
  covariance: readonly (readonly number[])[]
  dfs: readonly number[]
}

export interface DifferenceTest {
  f: number
  /** Of the numerator and the denominator. */
  df: [number, number]
  p: number
}

/**
 * Whether the means of several groups differ: Welch's test, also of means that hang together.
 *
 *   W = (Cm)'·(CVC')⁻¹·Cm, C the differences from the first,   F = W/(K−1) / (1 + 2(K−2)/(K²−1)·Λ),
 *   Λ = Σ(1 − uₖ/Σu)²/fₖ with uₖ = 1/Vₖₖ,   F with K−1 and (K²−1)/(3Λ) degrees of freedom
 *
 * Assumes means near the normal distribution; V may be diagonal (independent groups) or not (weighted means of one sample). Undefined
 * for fewer than two groups, and where a variance is 0. B. Welch (1951), Biometrika 38, 330–336; R: oneway.test(x ~ group).
 * @example groupDifferences({ means: [0, 2], covariance: [[0.5, 0], [0, 0.5]], dfs: [9, 9] })
 * // { f: 4, df: [1, 18], p: 0.0608215 }, rounded
 */
export function groupDifferences({ means, covariance, dfs }: GroupMeans): DifferenceTest | NotDefined {
  assertPaired(means, covariance, 'means and covariance')
  assertPaired(means, dfs, 'means and dfs')
  const count = means.length
  if (count < 2) return notDefined('too-few-values')
  const at = (row: number, column: number) => (covariance[row] as readonly number[])[column] as number
  const variances = means.map((_, place) => at(place, place))
  if (variances.some((variance) => !(variance > 0))) return notDefined('no-variation')
  const others = means.slice(1)
  const apart = others.map((mean) => mean - (means[0] as number))
  const spread = others.map((_, i) => others.map((__, j) => at(i + 1, j + 1) - at(i + 1, 0) - at(0, j + 1) + at(0, 0)))
  const taken = qr(spread)
  if (!isDefined(taken)) return notDefined('no-variation')
  const solved = taken.solve(apart)
  const wald = sum(apart.map((value, place) => value * (solved[place] as number)))
  const precision = variances.map((variance) => 1 / variance)
  const all = sum(precision)
  const lambda = sum(precision.map((one, place) => (1 - one / all) ** 2 / (dfs[place] as number)))
  const f = wald / (count - 1) / (1 + ((2 * (count - 2)) / (count ** 2 - 1)) * lambda)
  const df: [number, number] = [count - 1, (count ** 2 - 1) / (3 * lambda)]
  return { f, df, p: fTail(f, ...df) }
}
