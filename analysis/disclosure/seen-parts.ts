import { sightOf, smallestGroup } from './small-counts.ts'

/**
 * Which parts of some Kommunen may be counted beside their sum: not those of fewer than three, nor others from which these
 * could be worked out.
 */
export function seenParts(counts: readonly number[]): boolean[] {
  const most = counts.reduce((sum, count) => sum + count, 0)
  const mostIfSmall = Math.min(smallestGroup - 1, most)
  const { groups, total } = sightOf(
    counts.map((count) => ({ count, contributors: count, least: 0, most, mostIfSmall })),
  )
  return groups.map((sight) => total === 'shown' && sight === 'shown')
}

export const unseen = 'verdeckt'
