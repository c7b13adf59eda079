import type { ChosenIndicator } from '../../analysis/indicators/part.ts'
import type { Panel, PanelWave } from '../../analysis/panel/build-panel.ts'
import { type Column, missingColumn, setValue } from '../../analysis/panel/column.ts'
import { periodBeside } from '../../analysis/panel/indicator-variable.ts'
import type { Db } from '../database/database.ts'
import { readIndicatorValues } from '../store/indicator-values.ts'
import { requireBreakdown } from './find-breakdown.ts'
import { dayOf } from './indicator-covariates.ts'
import { loadRules, type WaveSurvey } from './surveys.ts'

/** Adds administrative figures to the waves of a panel, for every unit whether it has answered or not. */
export async function withIndicators(
  db: Db,
  panel: Panel,
  surveys: readonly WaveSurvey[],
  indicators: readonly ChosenIndicator[],
): Promise<Panel> {
  if (indicators.length === 0) return panel
  const waves: PanelWave[] = []
  for (const wave of panel.waves) {
    const day = dayOf(surveys.find((one) => one.wave === wave.wave))
    const columns = new Map(wave.columns)
    for (const indicator of indicators)
      columns.set(indicator.code, await indicatorColumn(db, panel.units, indicator, day))
    waves.push({ ...wave, columns })
  }
  return { ...panel, waves }
}

/** The figures of one indicator for the units of a panel, beside a Stichtag. */
export async function indicatorColumn(
  db: Db,
  units: readonly string[],
  indicator: ChosenIndicator,
  stichtag: string,
): Promise<Column> {
  const { catalogue } = await loadRules()
  const { of: code, breakdown } = indicator.part ?? { of: indicator.code, breakdown: '' }
  await requireBreakdown(db, code, breakdown)
  const [values] = await readIndicatorValues(db, catalogue, {
    indicators: [{ indicator: code, breakdown }],
    level: 'gemeinde',
    period: periodBeside(indicator, stichtag),
    territory: stichtag,
  })
  const column = missingColumn(units.length, 'ohne_quelle')
  for (const [index, unit] of units.entries()) {
    const value = values?.cells.get(unit)?.value
    if (typeof value === 'number') setValue(column, index, value)
  }
  const ofKreis = units.some((unit) => values?.cells.get(unit)?.ofKreis)
  return { ...column, ofKreis }
}
