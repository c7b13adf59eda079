import { isPlausibleChange } from '../../surveys/answer/plausible-change.ts'
import { parameters } from '../screening/parameters.ts'
import { median } from '../stats/median.ts'
import { isDefined } from '../stats/not-defined.ts'
import type { RollUp } from './roll-up.ts'
import type { Place } from './structure.ts'
import { type Figure, type Sum, sumOf } from './sums.ts'

/** From when on a change of a figure is shown. */
export interface WatchedFigure extends Figure {
  change: { weight: number; tolerance: number }
}

/** A figure of a unit that is further from the year before than its size makes plausible. */
export interface Difference {
  place: Place
  figure: string
  now: Sum
  before: Sum
  /** What all of its level make usual: the median of their ratios, or 1 where too few can be compared. */
  usual: number
}

/**
 * What differs from last year at the units below one. Sums with missing parts are compared as they are, since a fall from that
 * is one to ask about; where nobody gave anything nothing is compared. 0 counts as 1, as in the checks of surveys.
 */
export function differencesBelow(
  children: readonly Place[],
  { now, before }: { now: RollUp; before: RollUp },
  figures: readonly WatchedFigure[],
): Difference[] {
  return figures.flatMap((figure) => {
    const pairs = children.flatMap((place) => {
      const [is, was] = [given(now, place, figure), given(before, place, figure)]
      return is === undefined || was === undefined ? [] : [{ place, figure: figure.name, now: is, before: was }]
    })
    const ratios = pairs.map((pair) => Math.max(pair.now.value, 1) / Math.max(pair.before.value, 1))
    const middle = ratios.length < parameters.fewestToCompare ? 1 : median(ratios)
    const usual = isDefined(middle) ? middle : 1
    return pairs
      .filter((pair) => !isPlausibleChange(pair.now.value, pair.before.value, { expected: usual, ...figure.change }))
      .map((pair) => ({ ...pair, usual }))
  })
}

/** What a unit has of a figure: as it signed, or as it lies there where it has not. */
function given({ known, states }: RollUp, place: Place, figure: Figure): Sum | undefined {
  const state = states.get(place)
  if (state === undefined) return undefined
  const sum = sumOf(known, state.signed?.content ?? state.offered, state.sources, figure)
  return sum.from === 0 ? undefined : sum
}
