import { hidiroglouBerthelot } from '../stats/hidiroglou-berthelot.ts'
import { isDefined } from '../stats/not-defined.ts'
import type { Parameters } from './parameters.ts'
import type { Comparison, ScreenedVariable } from './screened.ts'

/** What a value was before, what would be usual now, and how far from that it lies. */
export type Change = Extract<Comparison, { kind: 'change' }>

/**
 * How each value stands to that of the survey before, by unit. 0 has no ratio and counts as 1, which is the smallest change that one
 * person makes; where it was 0 and is 0 nothing has changed.
 */
export function changesOf(
  { now, before }: ScreenedVariable,
  { U, A, fewestToCompare }: Parameters,
): Map<number, Change> {
  const pairs = now.flatMap((value, unit) => {
    const earlier = before[unit]
    return value === undefined || earlier === undefined || Math.max(value, earlier) <= 0
      ? []
      : [{ unit, value, earlier }]
  })
  const changes = new Map<number, Change>()
  if (pairs.length < fewestToCompare) return changes
  const found = hidiroglouBerthelot(
    pairs.map(({ earlier }) => Math.max(earlier, 1)),
    pairs.map(({ value }) => Math.max(value, 1)),
    { U, A },
  )
  if (!isDefined(found)) return changes
  for (const [place, { unit, earlier }] of pairs.entries())
    changes.set(unit, {
      kind: 'change',
      before: earlier,
      expected: earlier * found.ratio,
      // Where nearly nobody has changed, nobody says what is far.
      distance: isDefined(found.distances) ? (found.distances[place] ?? 0) : 0,
    })
  return changes
}
