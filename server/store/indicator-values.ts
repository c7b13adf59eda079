import { sql } from 'kysely'
import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import { lastDayOf, type Period } from '../../analysis/sources/period.ts'
import { type Area, cellsOn, type Kept, type UnitCell } from '../../analysis/territory/cells-on.ts'
import { mergers } from '../../analysis/territory/mergers.ts'
import type { Db } from '../database/database.ts'

export interface IndicatorQuery {
  /** `breakdown` as `admindata` stores it, `GES=GESW;NAT=NATA`; without it, the whole. */
  indicators: readonly { indicator: string; breakdown?: string }[]
  level: Area['level']
  /** A year, a month, or a day. */
  period: Period
  /** The day whose territory counts. */
  territory: string
  /** The state of the data: of imports after it nothing counts, what was undone after it does. */
  state: number
}

/** An indicator over all units that there are on a day. */
interface IndicatorColumn {
  indicator: string
  breakdown: string
  /** For what time the figures hold; undefined: nothing is known for the time that was asked for. */
  period: Period | undefined
  cells: ReadonlyMap<string, UnitCell>
}

/** The codes of the indicators of which there was any figure in a state for all of what they count. */
export async function indicatorsWithFigures(db: Db, state: number): Promise<Set<string>> {
  const { rows } = await sql<{ indicator: string }>`select distinct indicator from series s where breakdown = ''
    and exists (select from observation where series_id = s.id
      and batch_id = any(array(select id from import_batch b where counts_in(b, ${state}))))`.execute(db)
  return new Set(rows.map(({ indicator }) => indicator))
}

/** The first and the last time for which there were figures of an indicator in a state, whatever unit they are of. */
export async function timesOf(db: Db, indicator: string, state: number): Promise<[Period, Period] | undefined> {
  const { rows } = await sql<Period>`select distinct o.starts as start, s.months
    from series s join observation o on o.series_id = s.id
    where s.indicator = ${indicator} and s.breakdown = '' and length(o.region) > 2
      and o.batch_id = any(array(select id from import_batch b where counts_in(b, ${state})))
    order by 1`.execute(db)
  const [first, last] = [rows[0], rows.at(-1)]
  return first === undefined || last === undefined ? undefined : [first, last]
}

/**
 * Reads administrative figures for a panel: a column for each indicator, in it a cell for each unit, with the imports that it
 * came by. For a year or month its own figure is taken, or else the latest Stichtag within it. What was recorded once only,
 * like the start of the programme, holds for every time. Of several imports of a figure the latest counts.
 */
export async function readIndicatorValues(
  db: Db,
  { indicators: known }: Catalogue,
  { indicators, level, period, territory, state }: IndicatorQuery,
): Promise<IndicatorColumn[]> {
  const asked = indicators.map(({ indicator: code, breakdown = '' }) => {
    const indicator = known.get(code)
    if (indicator === undefined) throw new RangeError(`There is no indicator ${code}.`)
    return { indicator, breakdown }
  })
  const weightOf = ({ territory: rule }: (typeof asked)[number]['indicator']) =>
    typeof rule === 'object' ? [rule.mean] : []
  const weighing = [...new Set(asked.flatMap(({ indicator }) => weightOf(indicator)))]
  const year: Period = { start: `${lastDayOf(period).slice(0, 4)}-01-01`, months: 12 }
  const [units, figures, weights] = await Promise.all([
    readUnits(db, level, territory),
    readFigures(
      db,
      asked.map(({ indicator: { code, frequency }, breakdown }) => ({ code, breakdown, once: frequency === 'einmal' })),
      period,
      state,
    ),
    readFigures(
      db,
      weighing.map((code) => ({ code, breakdown: '', once: false })),
      year,
      state,
    ),
  ])
  const area: Area = { day: territory, level, units, mergers }
  return asked.map(({ indicator, breakdown }) => {
    const { code, territory: rule } = indicator
    const own = figures.get(`${code} ${breakdown}`) ?? []
    const chosen = choosePeriod(own, period)
    const fitting = own.filter((one) => chosen !== undefined && isSame(one.period, chosen))
    const weight = weightOf(indicator).flatMap((one) => weights.get(`${one} `) ?? [])
    return { indicator: code, breakdown, period: chosen, cells: cellsOn(area, fitting, rule, weight) }
  })
}

/** The period itself, where there are figures for it; otherwise the latest there is. */
function choosePeriod(figures: readonly Kept[], wanted: Period): Period | undefined {
  let latest: Period | undefined
  for (const { period } of figures) {
    if (isSame(period, wanted)) return wanted
    if (latest === undefined || period.start > latest.start) latest = period
  }
  return latest
}

const isSame = (one: Period, other: Period) => one.start === other.start && one.months === other.months

async function readUnits(db: Db, level: Area['level'], day: string): Promise<string[]> {
  const table = level === 'gemeinde' ? sql`select gkz as unit from gemeinde` : sql`select kreis as unit from kreis`
  const { rows } = await sql<{ unit: string }>`
    ${table} where valid_from <= ${day} and coalesce(valid_to, 'infinity') >= ${day} order by unit`.execute(db)
  return rows.map(({ unit }) => unit)
}

async function readFigures(
  db: Db,
  wanted: readonly { code: string; breakdown: string; once: boolean }[],
  period: Period,
  state: number,
): Promise<Map<string, Kept[]>> {
  const { rows } = await sql<Omit<Kept, 'period'> & { series: string; starts: string; months: Period['months'] }>`
    select s.indicator || ' ' || s.breakdown as series, s.months, o.*
    from unnest(
      ${wanted.map(({ code }) => code)}::text[],
      ${wanted.map(({ breakdown }) => breakdown)}::text[],
      ${wanted.map(({ once }) => once)}::boolean[],
      ${wanted.map(({ once }) => (once ? '-infinity' : period.start))}::date[],
      ${wanted.map(({ once }) => (once ? 'infinity' : lastDayOf(period)))}::date[]
    ) as wanted (indicator, breakdown, once, first, last)
    join series s using (indicator, breakdown)
    cross join lateral (
      select distinct on (starts, region) starts, region, value, missing, uncertain, batch_id as batch
      from observation
      where series_id = s.id and length(region) > 2 and starts between wanted.first and wanted.last
        and batch_id = any(array(select id from import_batch b where counts_in(b, ${state})))
      order by starts, region, batch_id desc
    ) o
    where wanted.once or s.months = 0 or (s.months = ${period.months} and o.starts = ${period.start})`.execute(db)
  const figures = new Map<string, Kept[]>()
  for (const { series, starts, months, ...figure } of rows) {
    const known = figures.get(series)
    const one: Kept = { ...figure, period: { start: starts, months } }
    if (known === undefined) figures.set(series, [one])
    else known.push(one)
  }
  return figures
}
