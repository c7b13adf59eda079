import { fewest } from '../disclosure/fewest.ts'
import { median } from '../stats/median.ts'
import { isDefined } from '../stats/not-defined.ts'

/** The middle of what some say, or of how long they worked. */
export interface Middle {
  n: number
  median: number
}

/** The median, of no fewer than three: of two it would tell each what the other said. */
export function middleOf(values: readonly number[]): Middle | undefined {
  const middle = median(values)
  return values.length >= fewest && isDefined(middle) ? { n: values.length, median: middle } : undefined
}

/** What it cost to answer, in the words of those who did. */
export interface BurdenTold {
  minutes: Middle | undefined
  /** From 1, very easy, to 5, very hard. */
  effort: Middle | undefined
}

export const burdenTold = (said: readonly { minutes: number | null; effort: number | null }[]): BurdenTold => ({
  minutes: middleOf(said.flatMap(({ minutes }) => minutes ?? [])),
  effort: middleOf(said.flatMap(({ effort }) => effort ?? [])),
})
