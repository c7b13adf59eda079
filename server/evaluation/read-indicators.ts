import type { ChosenIndicator } from '../../analysis/indicators/part.ts'
import type { Panel, PanelWave } from '../../analysis/panel/build-panel.ts'
import { type Column, missingColumn, setValue } from '../../analysis/panel/column.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import type { IndicatorProvenance } from '../../analysis/report/provenance.ts'
import type { Db } from '../database/database.ts'
import { originOfFigures, readFigures } from './read-figures.ts'
import { stichtagOf } from './stichtag-of.ts'
import type { WaveSurvey } from './surveys.ts'

interface WithIndicators {
  panel: Panel
  /** What was added, and the imports that it came by. */
  indicators: IndicatorProvenance[]
}

/** Adds administrative figures to the waves of a panel, for every unit whether it has answered or not. */
export async function withIndicators(
  db: Db,
  panel: Panel,
  surveys: readonly WaveSurvey[],
  variables: readonly PanelVariable[],
  state: number,
): Promise<WithIndicators> {
  const waves: PanelWave[] = []
  const indicators: IndicatorProvenance[] = []
  for (const wave of panel.waves) {
    const survey = surveys.find((one) => one.wave === wave.wave)
    const columns = new Map(wave.columns)
    for (const { indicator, asked } of variables) {
      if (indicator === undefined || survey === undefined || !asked.has(wave.wave)) continue
      const { column, origin } = await indicatorColumn(db, panel.units, indicator, survey, state)
      columns.set(indicator.code, column)
      indicators.push(origin)
    }
    waves.push({ ...wave, columns })
  }
  return { panel: { ...panel, waves }, indicators }
}

/** The figures of one indicator for the units of a panel, beside a wave. */
export async function indicatorColumn(
  db: Db,
  units: readonly string[],
  indicator: ChosenIndicator,
  survey: WaveSurvey,
  state: number,
): Promise<{ column: Column; origin: IndicatorProvenance }> {
  const figures = await readFigures(db, indicator, units, { stichtag: stichtagOf(survey), state })
  const column = missingColumn(units.length, 'ohne_quelle')
  for (const [index, cell] of figures.cells.entries())
    if (typeof cell?.value === 'number') setValue(column, index, cell.value)
  return { column: { ...column, ofKreis: figures.ofKreis }, origin: originOfFigures(indicator, figures) }
}
