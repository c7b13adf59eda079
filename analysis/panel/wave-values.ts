import type { Panel } from './build-panel.ts'
import { missingColumn, type WaveValues } from './column.ts'
import { derive } from './derive.ts'
import type { PanelVariable } from './variable.ts'

/** The values of a variable in a wave of a panel: as asked, or computed. */
export function waveValues(variable: PanelVariable, panel: Panel, wave: string): WaveValues {
  const { name, derived, asked, baseOf } = variable
  if (baseOf !== undefined) return { result: basesOf(waveValues(baseOf, panel, wave)) }
  const { units, waves } = panel
  const { columns, stated } = waves.find((one) => one.wave === wave) ?? {}
  const { length } = units
  const there = asked.get(wave)
  if (columns === undefined || there === undefined) return { result: missingColumn(length, 'nicht_gefragt') }
  if (derived !== undefined) return derive(there.derived ?? derived, columns, length, stated)
  return {
    result: columns.get(name) ?? missingColumn(length, 'nicht_gefragt'),
    ...(holdsPerUnit(variable) && { perUnit: true }),
  }
}

const holdsPerUnit = ({ indicator, unit }: PanelVariable) =>
  indicator === undefined ? unit === 'Prozent' : !['count', 'balance'].includes(indicator.kind)

const basesOf = ({ result: { values, reasons }, base }: WaveValues): WaveValues['result'] => ({
  values: values.map((_, index) => (reasons[index] === 0 ? (base?.[index] ?? Number.NaN) : Number.NaN)),
  reasons,
})
