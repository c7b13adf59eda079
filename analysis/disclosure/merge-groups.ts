import { isFew } from './fewest.ts'
import type { Division } from './known-units.ts'
import { type Beside, fewThatFollow } from './what-follows.ts'

/** Whether the figures of so many would tell of single ones. */
export const tells = (sizes: object): boolean => Object.values(sizes).some(isFew)

/** Whether figures of these units would tell of single ones. */
export type TellsOf = (indices: readonly number[]) => boolean

/**
 * Which groups must be put together, so that neither one of them nor all of them together tell of single ones, nor what somebody
 * can reckon who sees other divisions of the same units beside them. The smallest others join them until that holds. Empty
 * where every group can be shown.
 */
export function groupsToHide(groups: Division, tellsOf: TellsOf, beside?: Beside): Set<number> {
  const hidden = new Set([...groups.keys()].filter((place) => tellsOf(groups[place] as readonly number[])))
  const others = [...groups.keys()]
    .filter((place) => !hidden.has(place))
    .sort((a, b) => (groups[a]?.length ?? 0) - (groups[b]?.length ?? 0))
  const toldOf = () => toldBy(groups, hidden, tellsOf, beside)
  for (let few = toldOf(); few !== undefined; ) {
    const near = new Set(few)
    const next = others.find((place) => groups[place]?.some((index) => near.has(index))) ?? others[0]
    if (next === undefined) break
    others.splice(others.indexOf(next), 1)
    hidden.add(next)
    few = toldOf()
  }
  return hidden
}

/** Units of whom something would be told; undefined where there are none. */
function toldBy(groups: Division, hidden: ReadonlySet<number>, tellsOf: TellsOf, beside: Beside | undefined) {
  const rest = together(groups, hidden)
  if (tellsOf(rest)) return []
  if (beside === undefined || beside.divisions.length === 0) return undefined
  const shown = groups.filter((_group, place) => !hidden.has(place))
  return fewThatFollow(rest.length === 0 ? shown : [...shown, rest], beside)
}

/** The units of groups that are put together, in their order. */
export const together = (groups: Division, places: ReadonlySet<number>): number[] =>
  groups.flatMap((own, place) => (places.has(place) ? own : [])).sort((a, b) => a - b)
