import type { Screened } from '../../analysis/screening/screened.ts'
import type { Decision } from '../store/screening.ts'

/** What came of looking: how many numbers were looked at, and what their changes since then make of the totals. */
export interface Gained {
  looked: number
  changed: number
  totals: { variable: string; changed: number; before: number; now: number }[]
}

/** Of those that are meant by `ids`, the participants by unit: the totals are theirs. */
export function gainedBy(
  decisions: readonly Decision[],
  { units, variables }: Screened,
  ids: ReadonlyMap<string, number>,
): Gained {
  const counting = decisions.filter(({ decision }) => decision !== 'again')
  const totals = variables.flatMap(({ name, now }) => {
    const own = now.map((value, place) => ({ value, id: ids.get(units[place]?.unit ?? '') }))
    const numberOf = new Map(own.map(({ id, value }) => [id, value]))
    const moved = counting.flatMap(({ participantId, field, firstValue }) => {
      const value = field === name ? numberOf.get(participantId) : undefined
      return value === undefined || value === firstValue ? [] : [value - firstValue]
    })
    if (moved.length === 0) return []
    const sum = own.reduce((all, { id, value = 0 }) => (id === undefined ? all : all + value), 0)
    return [{ variable: name, changed: moved.length, before: sum - moved.reduce((a, b) => a + b, 0), now: sum }]
  })
  return {
    looked: counting.length,
    changed: totals.reduce((all, { changed }) => all + changed, 0),
    totals,
  }
}
