import { assertGiven, assertPaired } from './given.ts'
import { sum } from './sum.ts'

/** How cases were drawn, or fell silent. */
export interface SampleDesign {
  /** Classes within which silence is random, by case. */
  strata?: readonly string[] | undefined
  /** By case, which share of its class was observed: what was observed in full has no error. */
  fractions?: readonly number[] | undefined
  /** Cases that may hang together; not with strata. */
  clusters?: readonly string[] | undefined
}

/**
 * Covariances of totals of a sample, from what each case adds to them.
 *
 *   Σ_h (1−f_h) · n_h/(n_h−1) · Σ_{i in h} (uᵢ−ū_h)(vᵢ−v̄_h)   over strata h; i are clusters where there are any
 *
 * Without strata the sample is one, without fractions it is drawn with replacement. A stratum of one case is held against 0.
 * Assumes independent cases or clusters. C.-E. Särndal, B. Swensson, J. Wretman (1992), ch. 3; R: survey::svyrecvar.
 * @example totalCovariance([[1, 2, 6]], { fractions: [0.5, 0.5, 0.5] }) // [[10.5]]
 */
export function totalCovariance(contributions: readonly (readonly number[])[], design: SampleDesign = {}): number[][] {
  const { strata, fractions, clusters } = design
  for (const one of contributions) assertGiven(one, 'contributions')
  for (const of of [strata, fractions, clusters])
    if (of !== undefined) assertPaired(contributions[0] ?? [], of, 'contributions and design')
  const { units, members } = drawn(contributions[0]?.length ?? 0, design)
  const totals = contributions.map((values) => {
    const own = new Array<number>(members.length).fill(0)
    for (const [index, unit] of units.entries()) own[unit] = (own[unit] as number) + (values[index] as number)
    return own
  })
  const parts = [...byStratum(members, strata).values()].map((own) => {
    const n = own.length
    const rests = totals.map((all) => {
      const values = own.map((unit) => all[unit] as number)
      const centre = n === 1 ? 0 : sum(values) / n
      return values.map((value) => value - centre)
    })
    const fraction = fractions?.[members[own[0] as number] as number] ?? 0
    return { rests, factor: (1 - fraction) * (n === 1 ? 1 : n / (n - 1)) }
  })
  const covariance = (row: number, column: number) =>
    sum(
      parts.map(({ rests, factor }) => {
        const [own, other] = [rests[row] as number[], rests[column] as number[]]
        return factor * sum(own.map((one, place) => one * (other[place] as number)))
      }),
    )
  return contributions.map((_, row) => contributions.map((__, column) => covariance(row, column)))
}

/** The unit that each case belongs to, itself or its cluster, and of each unit a case. */
function drawn(length: number, { clusters }: SampleDesign): { units: number[]; members: number[] } {
  const cases = Array.from({ length }, (_, index) => index)
  if (clusters === undefined) return { units: cases, members: cases }
  const places = new Map<string, number>()
  const members: number[] = []
  const units = clusters.map((cluster, index) => {
    const place = places.get(cluster) ?? members.push(index) - 1
    places.set(cluster, place)
    return place
  })
  return { units, members }
}

function byStratum(members: readonly number[], strata: SampleDesign['strata']): Map<string, number[]> {
  if (strata === undefined) return new Map([['', [...members.keys()]]])
  const found = new Map<string, number[]>()
  for (const [unit, index] of members.entries()) {
    const stratum = strata[index] as string
    const known = found.get(stratum)
    if (known === undefined) found.set(stratum, [unit])
    else known.push(unit)
  }
  return found
}
