import { assertGiven, assertPaired } from './given.ts'
import { moments } from './moments.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'

export interface ClusteredMean {
  n: number
  mean: number
  clusters: number
  se: number
  /** By Satterthwaite, with as many decimals as it has. */
  df: number
}

/**
 * Mean of values that may hang together within clusters, with its bias-reduced error (CR2) and degrees of freedom.
 *
 *   V = Σ_g E_g²/(1−m_g/n) / n²   with m_g values in cluster g and E_g the sum of their residuals,
 *   df = (Σ_g b_gg)² / Σ_gh b_gh²,   b_gh = (δ_gh·m_g − m_g·m_h/n) / √((1−m_g/n)(1−m_h/n))
 *
 * Assumes independent clusters; V is right where all values have the same variance and do not hang together, and nearly so else.
 * Undefined for fewer than two clusters. R. Bell, D. McCaffrey (2002), Survey Methodology 28, 169–181; R:
 * clubSandwich::coef_test(lm(x ~ 1), vcov = 'CR2', cluster = g).
 * @example clusteredMean([1, 2, 6, 7], ['a', 'a', 'b', 'b']).df // 1
 */
export function clusteredMean(values: readonly number[], clusters: readonly string[]): ClusteredMean | NotDefined {
  assertPaired(values, clusters, 'values and clusters')
  assertGiven(values)
  const { n, mean } = moments(values)
  const sums = new Map<string, { size: number; rest: number }>()
  for (const [index, cluster] of clusters.entries()) {
    const { size, rest } = sums.get(cluster) ?? { size: 0, rest: 0 }
    sums.set(cluster, { size: size + 1, rest: rest + (values[index] as number) - mean })
  }
  const all = [...sums.values()]
  if (all.length < 2) return notDefined(n === 0 ? 'no-values' : 'too-few-values')
  const kept = (size: number) => 1 - size / n
  const variance = sum(all.map(({ size, rest }) => rest ** 2 / kept(size))) / n ** 2
  const products = all.flatMap((one, place) =>
    all.map((other, at) => {
      const together = (place === at ? one.size : 0) - (one.size * other.size) / n
      return together ** 2 / (kept(one.size) * kept(other.size))
    }),
  )
  return { n, mean, clusters: all.length, se: Math.sqrt(variance), df: n ** 2 / sum(products) }
}
