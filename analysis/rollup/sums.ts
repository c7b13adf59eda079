import { formatNumber } from '../../surveys/reading/number.ts'
import { valueIn } from './content.ts'
import type { Content, Known } from './events.ts'
import type { Place } from './structure.ts'

/** How a figure goes up, and from which level it comes. */
export interface Figure {
  name: string
  level: string
  up: 'sum' | 'once' | 'stays'
}

/** A sum that knows its parts. */
export interface Sum {
  value: number
  /** From so many, of so many that were expected. */
  from: number
  of: number
  missing: readonly Place[]
}

/**
 * A figure added up over all whose figures are expected, each once. What has not come, or was left blank, is missing, not 0.
 * Added in hundredths, which is all that can be typed: so the order does not count.
 */
export function sumOf(known: Known, content: Content, sources: Iterable<Place>, { name, level }: Figure): Sum {
  const expected = [...sources].filter((place) => place.startsWith(`${level}/`)).sort()
  const values = expected.map((source) => valueIn(known, content, source, name))
  const given = values.filter((value) => value !== undefined)
  return {
    value: given.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100,
    from: given.length,
    of: expected.length,
    missing: expected.filter((_, index) => values[index] === undefined),
  }
}

/** `4.210 aus allen 41`, `mindestens 4.210 aus 37 von 41`, `keine Angabe von 41`; of one alone `4.210`, `keine Angabe`. */
export function sumWords({ value, from, of }: Sum): string {
  if (of === 0) return 'niemand gibt dazu etwas an'
  if (of === 1) return from === 0 ? 'keine Angabe' : formatNumber(value)
  if (from === 0) return `keine Angabe von ${formatNumber(of)}`
  if (from < of) return `mindestens ${formatNumber(value)} aus ${formatNumber(from)} von ${formatNumber(of)}`
  return `${formatNumber(value)} aus allen ${formatNumber(of)}`
}
