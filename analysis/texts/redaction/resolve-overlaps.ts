import type { Proposal } from './proposal.ts'

/**
 * Of proposals that overlap the longest stays, so that `Neuhausen auf den Fildern` wins over `Neuhausen`; of equal ones that
 * which is certain, then that which was found first. In the order of the text.
 */
export function resolveOverlaps(found: readonly Proposal[]): Proposal[] {
  const length = ({ start, end }: Proposal) => end - start
  const ranked = found.toSorted((a, b) => length(b) - length(a) || Number(b.certain) - Number(a.certain))
  const kept: Proposal[] = []
  for (const one of ranked) {
    if (kept.every(({ start, end }) => one.end <= start || end <= one.start)) kept.push(one)
  }
  return kept.sort((a, b) => a.start - b.start)
}
