/** Fewer Kommunen than this are no group: who knows the one could reckon what the other answered. */
export const smallestGroup = 3

/** How many came in from a part of a whole, and how much a reader knows of that number without being told. */
export interface Group {
  count: number
  /** The Kommunen or Verbünde behind the count. */
  contributors: number
  /** What the count is at least, at most, and at most where the group is small. */
  least: number
  most: number
  mostIfSmall: number
}

/** `small`: fewer than three. `covered`: large enough, and left out so that no small one follows from the sum. */
export type Sight = 'shown' | 'small' | 'covered'

/**
 * Which counts may be shown beside their sum. Small groups are not; and as long as one of them follows from the sum and
 * what is shown, the smallest one shown is covered too. Where nothing is left to cover, the sum is.
 */
export function sightOf(groups: readonly Group[]): { groups: Sight[]; total: Sight } {
  const seen = groups.map(({ contributors }): Sight => (contributors < smallestGroup ? 'small' : 'shown'))
  const contributors = groups.reduce((sum, group) => sum + group.contributors, 0)
  if (contributors < smallestGroup) return { groups: seen, total: 'small' }
  while (followsFromSum(groups, seen)) {
    const next = smallestShown(groups, seen)
    if (next === undefined) return { groups: seen, total: 'covered' }
    seen[next] = 'covered'
  }
  return { groups: seen, total: 'shown' }
}

/** Whether some small group can only have one value, given the sum of all that are not shown. */
function followsFromSum(groups: readonly Group[], seen: readonly Sight[]): boolean {
  const hidden = groups.flatMap((group, index) => (seen[index] === 'shown' ? [] : [rangeOf(group, seen[index])]))
  const sum = hidden.reduce((total, { count }) => total + count, 0)
  const leasts = hidden.reduce((total, { least }) => total + least, 0)
  const mosts = hidden.reduce((total, { most }) => total + most, 0)
  return hidden.some(({ small, least, most }) => {
    const low = Math.max(least, sum - (mosts - most))
    const high = Math.min(most, sum - (leasts - least))
    return small && low >= high
  })
}

const rangeOf = ({ count, least, most, mostIfSmall }: Group, sight: Sight | undefined) =>
  sight === 'covered'
    ? { small: false, count, least: smallestGroup, most }
    : { small: true, count, least, most: mostIfSmall }

function smallestShown(groups: readonly Group[], seen: readonly Sight[]): number | undefined {
  const shown = groups.flatMap(({ count }, index) => (seen[index] === 'shown' ? [{ count, index }] : []))
  return shown.sort((a, b) => a.count - b.count)[0]?.index
}
