import type { Indicator } from '../../schemas/indicators.ts'
import type { ChosenIndicator } from '../indicators/part.ts'
import type { Period } from '../sources/period.ts'
import type { PanelVariable } from './variable.ts'

/** An administrative figure as a variable of the panel: in every wave the one for the time of the wave. */
export function indicatorVariable(indicator: ChosenIndicator, waves: readonly string[]): PanelVariable {
  const { code, label, unit, sources } = indicator
  const title = `Amtliche Angabe: ${sources.join(', ')}`
  return {
    name: code,
    label,
    printed: label,
    kind: 'number',
    unit,
    categories: [],
    indicator,
    asked: new Map(waves.map((wave) => [wave, { questions: [{ number: '', title }], variables: new Map() }])),
  }
}

/**
 * For what time a figure is taken that stands beside a wave: the month of its Stichtag, or the year whose end is nearest to
 * it, since stocks are counted on 31 December. What was recorded once holds for every time.
 */
export function periodBeside({ frequency }: Pick<Indicator, 'frequency'>, stichtag: string): Period {
  const [year = '', month = ''] = stichtag.split('-')
  if (frequency === 'monatlich') return { start: `${year}-${month}-01`, months: 1 }
  const nearest = Number(month) >= 7 ? Number(year) : Number(year) - 1
  return { start: `${nearest}-01-01`, months: 12 }
}
