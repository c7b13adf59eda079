import { assertProbabilities } from './given.ts'

/**
 * p values of a family of tests, adjusted by Holm: with those below α rejected, the probability of any false rejection
 * is at most α.
 *
 *   p̃₍ᵢ₎ = max over j ≤ i of min(1, (m−j+1)·p₍ⱼ₎)   with p₍₁₎ ≤ … ≤ p₍ₘ₎
 *
 * Assumes nothing about how the tests depend on each other. In the order given. S. Holm (1979), Scandinavian Journal of
 * Statistics 6, 65–70; R: p.adjust(p, 'holm').
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(ps: readonly number[]): number[] {
  assertProbabilities(ps, 'ps')
  const adjusted = new Array<number>(ps.length)
  const ascending = [...ps.keys()].sort((a, b) => (ps[a] as number) - (ps[b] as number))
  let highest = 0
  for (const [place, index] of ascending.entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - place) * (ps[index] as number)))
    adjusted[index] = highest
  }
  return adjusted
}
