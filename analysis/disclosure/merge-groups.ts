import { isFew } from './fewest.ts'

/** How many Kommunen a group has, and how many of them stand behind each of its figures. */
export interface GroupSize {
  units: number
  before: number
  after: number
  pairs: number
}

/** Whether the figures of so many would tell of single ones. */
export const tells = ({ units, before, after, pairs }: GroupSize): boolean =>
  isFew(units) || isFew(before) || isFew(after) || isFew(pairs)

/** Whether the difference between all who answered and the pairs would tell of single ones. */
export const differenceTells = ({ before, after, pairs }: GroupSize): boolean =>
  isFew(before - pairs) || isFew(after - pairs)

/**
 * Which groups must be put together, so that neither one of them nor all of them together tell of single ones. The smallest
 * others join them until that holds. Empty where every group can be shown.
 */
export function groupsToHide(sizes: readonly GroupSize[], tellsOf: (size: GroupSize) => boolean): Set<number> {
  const hidden = new Set([...sizes.keys()].filter((place) => tellsOf(sizes[place] as GroupSize)))
  const others = [...sizes.keys()]
    .filter((place) => !hidden.has(place))
    .sort((a, b) => (sizes[a]?.units ?? 0) - (sizes[b]?.units ?? 0))
  while (
    hidden.size > 0 &&
    others.length > 0 &&
    tellsOf(together([...hidden].map((place) => sizes[place] as GroupSize)))
  ) {
    hidden.add(others.shift() as number)
  }
  return hidden
}

export function together(sizes: readonly GroupSize[]): GroupSize {
  const add = (of: keyof GroupSize) => sizes.reduce((sum, size) => sum + size[of], 0)
  return { units: add('units'), before: add('before'), after: add('after'), pairs: add('pairs') }
}
