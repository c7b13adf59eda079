import type { Estimate } from '../compare/estimate.ts'
import { isDefined } from '../stats/not-defined.ts'
import { number, whole } from '../words.ts'

/** A figure of a wave, without weights and with them. */
export interface WeightedFigure {
  label: string
  isShare: boolean
  plain: Estimate
  weighted: Estimate
}

/** What weights change, in words: which figure most, and whether any leaves the interval that it has without them. */
export function whatWeightsChange(figures: readonly WeightedFigure[]): string[] {
  const [most] = figures.toSorted((a, b) => moved(b) - moved(a))
  if (most === undefined) return []
  if (figures.every(({ plain, weighted }) => number(plain.value) === number(weighted.value)))
    return ['Die Gewichtung ändert hier nichts.']
  const which = figures.length === 1 ? '' : `am meisten „${most.label}“, `
  const unit = most.isShare ? ' Prozent' : ''
  const change = `${number(most.weighted.value)} statt ${number(most.plain.value)}${unit}`
  return [`Was die Gewichtung ändert: ${which}${change}.${leavingWords(figures)}`]
}

/** Shares in percentage points, numbers beside what they are. */
function moved({ isShare, plain, weighted }: WeightedFigure): number {
  const by = Math.abs(weighted.value - plain.value)
  return isShare || by === 0 ? by : by / Math.abs(plain.value)
}

function leavingWords(figures: readonly WeightedFigure[]): string {
  const places = figures.flatMap(({ plain: { interval }, weighted: { value } }) =>
    isDefined(interval) ? [value < interval[0] || value > interval[1]] : [],
  )
  const out = places.filter(Boolean).length
  if (places.length === 0) return ''
  if (figures.length === 1)
    return out === 0 ? ' Das liegt im Intervall ohne Gewichte.' : ' Das liegt außerhalb des Intervalls ohne Gewichte.'
  if (out === 0) return ' Gewichtet liegt jeder gezeigte Wert im Intervall, das er ohne Gewichte hat.'
  return ` Gewichtet ${out === 1 ? 'liegt 1' : `liegen ${whole(out)}`} von ${whole(places.length)} Werten außerhalb des Intervalls ohne Gewichte.`
}
