import { readAsked } from '../../analysis/indicators/breakdown.ts'
import { partOfIndicator } from '../../analysis/indicators/part.ts'
import { periodBeside } from '../../analysis/panel/indicator-variable.ts'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import type { Covariate } from '../../analysis/participation/participation-model.ts'
import { formatPeriod, type Period, readPeriod } from '../../analysis/sources/period.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { readIndicatorValues } from '../store/indicator-values.ts'
import { onlyBreakdowns, requireBreakdown } from './find-breakdown.ts'
import { loadRules, type WaveSurvey } from './surveys.ts'

/** The day whose territory and year count: the Stichtag of a wave, or else the day on which it ends. */
export const dayOf = (survey: Pick<WaveSurvey, 'stichtag' | 'frist'> | undefined): string =>
  survey?.stichtag ?? survey?.frist ?? ''

/** An administrative figure of every unit, with the imports that it came by. */
interface IndicatorCovariate extends Covariate {
  batches: number[]
}

/**
 * Administrative figures by code, `gefluechtete`, `gefluechtete@2017`, or a part of them, `schutzsuchende:GES=GESW`; without a
 * time, of the one beside the Stichtag. What is counted is taken per 1,000 inhabitants, so that it says something else than the size of the Kommune.
 */
export async function readIndicatorCovariates(
  db: Db,
  texts: readonly string[],
  units: readonly PanelUnit[],
  stichtag: string,
): Promise<IndicatorCovariate[]> {
  if (texts.length === 0) return []
  const { catalogue } = await loadRules()
  const covariates: IndicatorCovariate[] = []
  for (const text of texts) {
    const { code, breakdown, time } = readAsked(text)
    const indicator = catalogue.indicators.get(code)
    if (indicator === undefined)
      throw new InputError(`Den Indikator „${code}“ gibt es nicht. „stichtag admindata catalogue“ zeigt alle.`)
    const period = time === undefined ? periodBeside(indicator, stichtag) : readPeriod(time)
    if (period === undefined)
      throw new InputError(`„${text}“: „${time}“ ist keine Zeit. Möglich sind 2018 oder 2018-12.`)
    await requireBreakdown(db, code, breakdown)
    const { code: name, label } = partOfIndicator(indicator, breakdown)
    const [column] = await readIndicatorValues(db, catalogue, {
      indicators: [{ indicator: code, breakdown }],
      level: 'gemeinde',
      period,
      territory: stichtag,
    })
    const cells = units.map(({ unit }) => column?.cells.get(unit))
    if (!cells.some((cell) => typeof cell?.value === 'number'))
      throw new InputError(
        `Zu „${text}“ gibt es keine Zahlen. ${breakdown === '' ? await onlyBreakdowns(db, code) : ''}`,
      )
    const counted = indicator.kind === 'count'
    const per = ({ einwohner = 0 }: PanelUnit) => (counted ? (einwohner > 0 ? einwohner / 1_000 : Number.NaN) : 1)
    const ofKreis = cells.some((cell) => cell?.ofKreis)
    covariates.push({
      name,
      label: labelOf(label, { counted, ofKreis, period: column?.period ?? period }),
      values: Float64Array.from(units, (unit, index) => (cells[index]?.value ?? Number.NaN) / per(unit)),
      batches: [...new Set(cells.flatMap((cell) => cell?.batches ?? []))].sort((a, b) => a - b),
    })
  }
  return covariates
}

const labelOf = (label: string, { counted, ofKreis, period }: { counted: boolean; ofKreis: boolean; period: Period }) =>
  [
    `${label}${counted ? ' je 1.000 Einwohner' : ''}`,
    formatPeriod(period),
    ...(ofKreis ? ['Wert des Kreises'] : []),
  ].join(', ')
