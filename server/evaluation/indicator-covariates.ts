import { readAsked } from '../../analysis/indicators/breakdown.ts'
import { partOfIndicator } from '../../analysis/indicators/part.ts'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import type { Covariate } from '../../analysis/participation/participation-model.ts'
import { formatPeriod, readPeriod } from '../../analysis/sources/period.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { type Figures, readFigures } from './read-figures.ts'
import { stichtagOf } from './stichtag-of.ts'
import { loadRules, type WaveSurvey } from './surveys.ts'

/** An administrative figure of every unit, with the imports that it came by. */
interface IndicatorCovariate extends Covariate {
  batches: readonly number[]
}

interface Beside {
  /** The wave whose Stichtag counts. */
  survey: Pick<WaveSurvey, 'wave' | 'stichtag'>
  units: readonly PanelUnit[]
  /** The state of the data. */
  state: number
}

/**
 * Administrative figures by code, `gefluechtete`, `gefluechtete@2017`, or a part of them, `schutzsuchende:GES=GESW`; without a
 * time, of the one beside the Stichtag. What is counted is taken per 1,000 inhabitants, so that it says something else than the size of the Kommune.
 */
export async function readIndicatorCovariates(
  db: Db,
  texts: readonly string[],
  { survey, units, state }: Beside,
): Promise<IndicatorCovariate[]> {
  const { catalogue } = await loadRules()
  const covariates: IndicatorCovariate[] = []
  for (const text of texts) {
    const { code, breakdown, time } = readAsked(text)
    const indicator = catalogue.indicators.get(code)
    if (indicator === undefined)
      throw new InputError(`Den Indikator „${code}“ gibt es nicht. „stichtag admindata catalogue“ zeigt alle.`)
    const period = time === undefined ? undefined : readPeriod(time)
    if (time !== undefined && period === undefined)
      throw new InputError(`„${text}“: „${time}“ ist keine Zeit. Möglich sind 2018 oder 2018-12.`)
    const chosen = partOfIndicator(indicator, breakdown)
    const keys = units.map(({ unit }) => unit)
    const beside = { stichtag: stichtagOf(survey), state, ...(period && { period }) }
    const figures = await readFigures(db, chosen, keys, beside)
    const { cells, batches } = figures
    if (!cells.some((cell) => typeof cell?.value === 'number'))
      throw new InputError(`Zu „${text}“ gibt es keine Zahlen. „stichtag admindata list“ zeigt, was eingelesen ist.`)
    const counted = indicator.kind === 'count'
    const per = ({ einwohner = 0 }: PanelUnit) => (counted ? (einwohner > 0 ? einwohner / 1_000 : Number.NaN) : 1)
    covariates.push({
      name: chosen.code,
      label: labelOf(chosen.label, counted, figures),
      values: Float64Array.from(units, (unit, index) => (cells[index]?.value ?? Number.NaN) / per(unit)),
      batches,
    })
  }
  return covariates
}

const labelOf = (label: string, counted: boolean, { ofKreis, period }: Figures) =>
  [
    `${label}${counted ? ' je 1.000 Einwohner' : ''}`,
    formatPeriod(period),
    ...(ofKreis ? ['Wert des Kreises'] : []),
  ].join(', ')
