import type { Division } from './known-units.ts'
import { groupsToHide, together } from './merge-groups.ts'
import { singledOut } from './singled-out.ts'

/** Of which a weighted mean is told beside the plain one. */
export interface WeightedTold {
  all: boolean
  /** By group. */
  groups: boolean[]
}

/**
 * Two means of the same answers tell one of them where all the others weigh alike. Such a group has no weighted mean, nor have
 * others beside it from which, with that of all, the same would follow.
 */
export function weightedBeside(
  all: readonly number[],
  groups: Division,
  weightOf: (index: number) => number,
): WeightedTold {
  const division = groups.length === 0 ? [all] : groups
  const tellsOf = (indices: readonly number[]) => {
    const plain = division.map((own) => {
      const isOwn = new Set(own)
      return indices.map((index) => (isOwn.has(index) ? 1 : 0))
    })
    return singledOut([...plain.filter((sum) => sum.includes(1)), indices.map(weightOf)]).size > 0
  }
  const hidden = groupsToHide(division, tellsOf)
  const isAllHidden = hidden.size === division.length && tellsOf(together(division, hidden))
  return { all: !isAllHidden, groups: groups.map((_own, place) => !hidden.has(place)) }
}
