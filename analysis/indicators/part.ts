import type { Indicator } from '../../schemas/indicators.ts'
import { sha256 } from '../../surveys/definition/canonical.ts'
import { partsOf, typedBreakdown } from './breakdown.ts'

/** An indicator of the catalogue, or a part of one: then the code is the name of its own that a column of it has. */
export interface ChosenIndicator extends Indicator {
  part?: { of: string; breakdown: string }
}

/** Longer names no format of export can carry. */
const longestName = 32

/** A part of an indicator: `schutzsuchende_gesw`, labelled `Anzahl Schutzsuchende, GES=GESW`. */
export function partOfIndicator(indicator: Indicator, breakdown: string): ChosenIndicator {
  if (breakdown === '') return indicator
  const { code: of, label } = indicator
  return {
    ...indicator,
    code: nameOf(of, breakdown),
    label: `${label}, ${typedBreakdown(breakdown)}`,
    part: { of, breakdown },
  }
}

function nameOf(code: string, breakdown: string): string {
  const attributes = partsOf(breakdown).map(({ attribute }) => attribute.toLowerCase().replace(/[^a-z0-9]+/g, '_'))
  const name = [code, ...attributes].join('_')
  return name.length <= longestName ? name : `${name.slice(0, longestName - 7)}_${sha256(breakdown).slice(0, 6)}`
}
