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
}

/** An indicator over all units that there are on a day. */
interface IndicatorColumn {
  indicator: string
  breakdown: string
  /** For what time the figures hold; undefined: nothing is known for the time that was asked for. */
  period: Period | undefined
  cells: ReadonlyMap<string, UnitCell>
}

/** The codes of the indicators of which there is any figure for all of what they count. */
export async function indicatorsWithFigures(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ indicator: string }>`select distinct indicator from series s where breakdown = ''
    and exists (select from observation o where o.series_id = s.id and o.superseded_by is null)`.execute(db)
  return new Set(rows.map(({ indicator }) => indicator))
}

/**
 * Reads administrative figures for a panel: a column for each indicator, in it a cell for each unit, with the imports that it
 * came by. For a year or month its own figure is taken, or else the latest Stichtag within it. What was recorded once only,
 * like the start of the programme, holds for every time.
 */
export async function readIndicatorValues(
  db: Db,
  { indicators: known }: Catalogue,
  { indicators, level, period, territory }: IndicatorQuery,
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
    ),
    readFigures(
      db,
      weighing.map((code) => ({ code, breakdown: '', once: false })),
      year,
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
): Promise<Map<string, Kept[]>> {
  const { rows } = await sql<Omit<Kept, 'period'> & { series: string; starts: string; months: Period['months'] }>`
    select s.indicator || ' ' || s.breakdown as series, s.months, o.starts, o.region, o.value, o.missing, o.uncertain,
      o.batch_id as batch
    from unnest(${wanted.map(({ code }) => code)}::text[], ${wanted.map(({ breakdown }) => breakdown)}::text[],
      ${wanted.map(({ once }) => once)}::boolean[]) as wanted (indicator, breakdown, once)
    join series s using (indicator, breakdown)
    join observation o on o.series_id = s.id and o.superseded_by is null and length(o.region) > 2
      and o.starts between case when wanted.once then '-infinity' else ${period.start}::date end
        and case when wanted.once then 'infinity' else ${lastDayOf(period)}::date end
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
