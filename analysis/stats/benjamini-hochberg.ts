import { assertProbabilities } from './given.ts'

/**
 * p values of a family of tests, adjusted by Benjamini and Hochberg: with those below q rejected, the expected share of
 * false ones among the rejections is at most q.
 *
 *   p̃₍ᵢ₎ = min over j ≥ i of min(1, m·p₍ⱼ₎/j)   with p₍₁₎ ≤ … ≤ p₍ₘ₎
 *
 * Assumes tests that are independent or depend on each other positively. In the order given. Y. Benjamini, Y. Hochberg
 * (1995), JRSS B 57, 289–300; R: p.adjust(p, 'BH').
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  assertProbabilities(ps, 'ps')
  const adjusted = new Array<number>(ps.length)
  const descending = [...ps.keys()].sort((a, b) => (ps[b] as number) - (ps[a] as number))
  let lowest = 1
  for (const [place, index] of descending.entries()) {
    lowest = Math.min(lowest, (ps.length / (ps.length - place)) * (ps[index] as number))
    adjusted[index] = lowest
  }
  return adjusted
}
