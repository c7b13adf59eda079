import { fewest } from './fewest.ts'
import { groupsToHide } from './merge-groups.ts'

/**
 * A median cuts values into two parts, quartiles cut them into four. From here on no part holds fewer than three, so that none
 * of these figures is the value of one of the two at an end, nor do a few of them together yield the values one by one: of three
 * values a mean, a spread and a median say all there is.
 */
const fewestForSpread = 2 * fewest
const fewestForQuartiles = 4 * fewest

/** What can be told of values beside how many they are and their mean: `spread` with all that follows from it, and the middle. */
export interface Telling {
  spread: boolean
  quartiles: boolean
}

/** For as many as stand behind the values, and behind those that somebody can subtract. Of nobody nothing is hidden. */
export const tellingOf = (...behind: readonly number[]): Telling => ({
  spread: behind.every((count) => count === 0 || count >= fewestForSpread),
  quartiles: behind.every((count) => count === 0 || count >= fewestForQuartiles),
})

/** The same for groups: squares add up, so that the spread of one group alone would follow from those of all others. */
export function tellingOfGroups(
  groups: readonly (readonly number[])[],
  behind: (indices: readonly number[]) => readonly number[],
): Telling[] {
  const withoutSpread = groupsToHide(groups, (indices) => !tellingOf(...behind(indices)).spread)
  return groups.map((indices, place) => {
    const { spread, quartiles } = tellingOf(...behind(indices))
    return { spread: spread && !withoutSpread.has(place), quartiles }
  })
}
