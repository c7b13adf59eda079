import type { ChosenIndicator } from '../../analysis/indicators/part.ts'
import { periodBeside } from '../../analysis/panel/indicator-variable.ts'
import type { IndicatorProvenance } from '../../analysis/report/provenance.ts'
import { formatPeriod, type Period } from '../../analysis/sources/period.ts'
import type { UnitCell } from '../../analysis/territory/cells-on.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { readIndicatorValues, timesOf } from '../store/indicator-values.ts'
import { onlyBreakdowns, requireBreakdown } from './find-breakdown.ts'
import { loadRules } from './surveys.ts'

/** An administrative figure of some units, with what has to be told of it. */
export interface Figures {
  /** By unit; undefined where it did not exist on the Stichtag. */
  cells: readonly (UnitCell | undefined)[]
  period: Period
  /** Those of the Kreis stand for its Kommunen. */
  ofKreis: boolean
  /** The imports that they came by. */
  batches: readonly number[]
}

interface Beside {
  stichtag: string
  /** The state of the data. */
  state: number
  /** Another time than the one beside the Stichtag. */
  period?: Period
}

/** The figures of an indicator beside a Stichtag, on its territory. Throws where nothing is known of that time. */
export async function readFigures(
  db: Db,
  indicator: ChosenIndicator,
  units: readonly string[],
  { stichtag, state, period = periodBeside(indicator, stichtag) }: Beside,
): Promise<Figures> {
  const { catalogue } = await loadRules()
  const { of, breakdown } = indicator.part ?? { of: indicator.code, breakdown: '' }
  await requireBreakdown(db, of, breakdown, state)
  const [column] = await readIndicatorValues(db, catalogue, {
    indicators: [{ indicator: of, breakdown }],
    level: 'gemeinde',
    period,
    territory: stichtag,
    state,
  })
  if (column?.period === undefined) throw new InputError(await noFigures(db, indicator, period, state))
  const cells = units.map((unit) => column.cells.get(unit))
  return {
    cells,
    period: column.period,
    ofKreis: cells.some((cell) => cell?.ofKreis),
    batches: [...new Set(cells.flatMap((cell) => cell?.batches ?? []))].sort((a, b) => a - b),
  }
}

/** What the figures are, in words, and the imports that they came by. */
export function originOfFigures({ code, label }: ChosenIndicator, figures: Figures): IndicatorProvenance {
  const { period, ofKreis, batches } = figures
  const of = ofKreis ? ', Wert des Kreises' : ''
  return { name: code, label: `${label}, ${formatPeriod(period)}${of}`, batches }
}

async function noFigures(
  db: Db,
  { code, label, whole, part }: ChosenIndicator,
  period: Period,
  state: number,
): Promise<string[]> {
  const { of, breakdown } = part ?? { of: code, breakdown: '' }
  const times = await timesOf(db, { code: of, breakdown, isMade: whole !== undefined && part === undefined }, state)
  if (times === undefined)
    return [
      `Zu „${label}“ (${code}) gibt es keine Zahlen im Datenstand ${state}.`,
      ...(part === undefined ? [await onlyBreakdowns(db, code, state)] : []),
    ]
  const [first, last] = times.map(formatPeriod)
  const known =
    first === last ? `Es gibt sie für ${last}.` : `Die frühesten sind für ${first}, die neuesten für ${last}.`
  return [`Zu „${label}“ (${code}) gibt es keine Zahlen für ${formatPeriod(period)}.`, known]
}
