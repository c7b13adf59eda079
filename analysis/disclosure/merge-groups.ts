import { isFew } from './fewest.ts'

/** How many are meant, and how many each further figure tells of. */
export type Sizes<Of extends string> = Record<Of | 'units', number>

/** How many Kommunen a group has, and how many of them stand behind each of its figures. */
export type GroupSize = Sizes<'before' | 'after' | 'pairs'>

/** Whether the figures of so many would tell of single ones. */
export const tells = (sizes: object): boolean => Object.values(sizes).some(isFew)

/** Whether the difference between all who answered and the pairs would tell of single ones. */
export const differenceTells = ({ before, after, pairs }: GroupSize): boolean =>
  isFew(before - pairs) || isFew(after - pairs)

/**
 * Which groups must be put together, so that neither one of them nor all of them together tell of single ones. The smallest
 * others join them until that holds. Empty where every group can be shown.
 */
export function groupsToHide<Of extends string>(
  sizes: readonly Sizes<Of>[],
  tellsOf: (size: Sizes<Of>) => boolean,
): Set<number> {
  const hidden = new Set([...sizes.keys()].filter((place) => tellsOf(sizes[place] as Sizes<Of>)))
  const others = [...sizes.keys()]
    .filter((place) => !hidden.has(place))
    .sort((a, b) => (sizes[a]?.units ?? 0) - (sizes[b]?.units ?? 0))
  while (
    hidden.size > 0 &&
    others.length > 0 &&
    tellsOf(together([...hidden].map((place) => sizes[place] as Sizes<Of>)))
  ) {
    hidden.add(others.shift() as number)
  }
  return hidden
}

export function together<Of extends string>(sizes: readonly Sizes<Of>[]): Sizes<Of> {
  const names = Object.keys(sizes[0] ?? {}) as Of[]
  const sum = (of: Of) => sizes.reduce((all, size) => all + size[of], 0)
  return Object.fromEntries(names.map((of) => [of, sum(of)])) as Sizes<Of>
}
