import { assertPaired } from './given.ts'
import type { LeastSquares } from './least-squares.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sandwich } from './sandwich.ts'

export interface ClusterCovariance {
  clusters: number
  /** G − 1, for t and F. */
  df: number
  covariance: number[][]
}

/**
 * Covariance of least squares estimates whose errors may hang together within clusters (CR1).
 *
 *   G/(G−1) · (N−1)/(N−K) · (X'X)⁻¹ · Σ_g X_g'e_g e_g'X_g · (X'X)⁻¹
 *   with K = k + absorbed, t with G − 1 degrees of freedom
 *
 * The convention of Stata's regress, vce(cluster). `absorbed` counts effects that were swept out beforehand: 1 (the
 * constant) and those not nested in the clusters gives Stata's xtreg, fe and reghdfe; all of them gives areg. Assumes
 * many independent clusters; with fewer than about 40 the errors come out too small. Undefined for one cluster, and
 * where nothing is left of N − K. K.-Y. Liang, S. Zeger (1986), Biometrika 73, 13–22; R: sandwich::vcovCL(fit, cluster,
 * type = 'HC1').
 * @example clusterCovariance(leastSquares([1, 3, 6, 6], [{ name: 'x', values: [0, 1, 2, 4] }]), [...'aabb']).df
 * // 1
 */
export function clusterCovariance(
  { n, df, residuals, qr }: LeastSquares,
  clusters: readonly string[],
  absorbed = 0,
): ClusterCovariance | NotDefined {
  assertPaired(residuals, clusters, 'rows and clusters')
  const basis = qr.basis()
  const scores = new Map<string, number[]>()
  for (const [row, cluster] of clusters.entries()) {
    const score = scores.get(cluster) ?? basis.map(() => 0)
    for (const [place, column] of basis.entries()) {
      score[place] = (score[place] as number) + (column[row] as number) * (residuals[row] as number)
    }
    scores.set(cluster, score)
  }
  const count = scores.size
  if (count < 2 || df <= absorbed) return notDefined('too-few-values')
  const factor = (count / (count - 1)) * ((n - 1) / (df - absorbed))
  const covariance = sandwich(qr, [...scores.values()]).map((row) => row.map((value) => factor * value))
  return { clusters: count, df: count - 1, covariance }
}
