import { fTail } from './f-tail.ts'
import { assertPaired } from './given.ts'
import { type DifferenceTest, groupDifferences } from './group-differences.ts'
import { moments } from './moments.ts'
import { isDefined, type NotDefined, notDefined } from './not-defined.ts'
import type { PairDifference } from './pair-difference.ts'
import { sum } from './sum.ts'
import { tInterval } from './t-interval.ts'
import { tTest } from './t-test.ts'

export interface ClusteredDifferences {
  joint: DifferenceTest | NotDefined
  pair(first: string, second: string, level?: number): PairDifference | NotDefined
}

/**
 * Whether the means of groups differ, and which, where values may hang together within clusters that may lie in several groups (CR2).
 *
 *   Vₖₗ = Σ_g aₖ(g)·aₗ(g),   aₖ(g) = Eₖ(g)/(nₖ·√(1−mₖ(g)/nₖ)), E the sum of residuals of cluster g in group k;
 *   b(g,h)ₖ = (δ_gh·mₖ(g) − mₖ(g)mₖ(h)/nₖ)/(nₖ²·√(1−mₖ(g)/nₖ)·√(1−mₖ(h)/nₖ));
 *   two groups: df = (Σ_g b(g,g))²/Σ_gh b(g,h)², b summed over both; all: W with q = K−1 contrasts,
 *   F = (η−q+1)/(η·q)·W with q and η−q+1 degrees of freedom,
 *   η = q(q+1)/Σ_gh[(Σₖ bₖMₖₖ)² + Σₖₗ bₖbₗMₖₗ²], M = diag(n) − nn'/N
 *
 * Undefined where a group lies in one cluster, and where there are too few clusters for so many groups (η ≤ q − 1). J.
 * Pustejovsky, E. Tipton (2018), JBES 36, 672–683; R: clubSandwich::Wald_test(lm(x ~ 0 + group), constrain_equal(), vcov = 'CR2',
 * cluster, test = 'HTZ') and linear_contrast.
 * @example clusteredDifferences([1, 2, 6, 7, 3, 5], [...'aabbab'], [...'uvuvww']).pair('a', 'b').difference // 4
 */
export function clusteredDifferences(
  values: readonly number[],
  groups: readonly string[],
  clusters: readonly string[],
): ClusteredDifferences {
  assertPaired(values, groups, 'values and groups')
  assertPaired(values, clusters, 'values and clusters')
  const names = [...new Set(groups)]
  const parts = new Map(names.map((name) => [name, partOf(values, groups, clusters, name)]))
  const all = [...new Set(clusters)]
  return {
    joint: jointTest(
      names.map((name) => parts.get(name) as Part),
      all,
    ),
    pair: (first, second, level) => {
      const [one, other] = [parts.get(first), parts.get(second)]
      return one === undefined || other === undefined ? notDefined('no-values') : pairTest(one, other, all, level)
    },
  }
}

interface Part {
  n: number
  mean: number
  /** By cluster, how many values it has here and the sum of their residuals. */
  of: Map<string, { size: number; rest: number }>
}

function partOf(values: readonly number[], groups: readonly string[], clusters: readonly string[], name: string): Part {
  const own = [...groups.keys()].filter((index) => groups[index] === name)
  const { n, mean } = moments(own.map((index) => values[index] as number))
  const of: Part['of'] = new Map()
  for (const index of own) {
    const cluster = clusters[index] as string
    const { size, rest } = of.get(cluster) ?? { size: 0, rest: 0 }
    of.set(cluster, { size: size + 1, rest: rest + (values[index] as number) - mean })
  }
  return { n, mean, of }
}

/** What a cluster adds to the mean of a group, and how much two clusters have to do with each other there. */
function added({ n, of }: Part, cluster: string): number {
  const own = of.get(cluster)
  return own === undefined ? 0 : own.rest / (n * Math.sqrt(1 - own.size / n))
}
function together({ n, of }: Part, cluster: string, other: string): number {
  const [one, two] = [of.get(cluster)?.size, of.get(other)?.size]
  if (one === undefined || two === undefined) return 0
  return ((cluster === other ? one : 0) - (one * two) / n) / (n ** 2 * Math.sqrt((1 - one / n) * (1 - two / n)))
}

function pairTest(
  one: Part,
  other: Part,
  clusters: readonly string[],
  level = 0.95,
): ReturnType<ClusteredDifferences['pair']> {
  if (one.of.size < 2 || other.of.size < 2) return notDefined('too-few-clusters')
  const se = Math.sqrt(sum(clusters.map((cluster) => (added(other, cluster) - added(one, cluster)) ** 2)))
  if (!(se > 0)) return notDefined('no-variation')
  const meant = clusters.filter((cluster) => one.of.has(cluster) || other.of.has(cluster))
  const b = (g: string, h: string) => together(one, g, h) + together(other, g, h)
  const df =
    sum(meant.map((cluster) => b(cluster, cluster))) ** 2 / sum(meant.flatMap((g) => meant.map((h) => b(g, h) ** 2)))
  const difference = other.mean - one.mean
  return { difference, se, interval: tInterval(difference, se, df, level), test: tTest(difference, se, df) }
}

function jointTest(parts: readonly Part[], clusters: readonly string[]): ClusteredDifferences['joint'] {
  if (parts.length < 2) return notDefined('too-few-values')
  if (parts.some(({ of }) => of.size < 2)) return notDefined('too-few-clusters')
  const covariance = parts.map((one) =>
    parts.map((other) => sum(clusters.map((cluster) => added(one, cluster) * added(other, cluster)))),
  )
  const means = parts.map(({ mean }) => mean)
  const wald = groupDifferences({ means, covariance, dfs: means.map(() => Number.MAX_VALUE) })
  if (!isDefined(wald)) return wald
  const q = parts.length - 1
  const eta = (q * (q + 1)) / spreadOf(parts, clusters)
  if (eta <= q - 1) return notDefined('too-few-clusters')
  // With endless degrees of freedom that was W/q.
  const f = ((eta - q + 1) / eta) * wald.f
  const df: [number, number] = [q, eta - q + 1]
  return { f, df, p: fTail(f, ...df) }
}

/** How much the covariance itself is uncertain, as a sum over all pairs of clusters. */
function spreadOf(parts: readonly Part[], clusters: readonly string[]): number {
  const all = sum(parts.map(({ n }) => n))
  const m = (k: number, l: number) => {
    const [own, other] = [(parts[k] as Part).n, (parts[l] as Part).n]
    return (k === l ? own : 0) - (own * other) / all
  }
  const places = new Map(
    clusters.map((cluster) => [cluster, [...parts.keys()].filter((place) => parts[place]?.of.has(cluster))]),
  )
  return sum(
    clusters.flatMap((g) =>
      clusters.map((h) => {
        const shared = (places.get(g) ?? []).filter((place) => parts[place]?.of.has(h))
        const b = shared.map((place) => together(parts[place] as Part, g, h))
        const trace = sum(b.map((value, at) => value * m(shared[at] as number, shared[at] as number)))
        const squares = b.flatMap((value, at) =>
          b.map((other, to) => value * other * m(shared[at] as number, shared[to] as number) ** 2),
        )
        return trace ** 2 + sum(squares)
      }),
    ),
  )
}
