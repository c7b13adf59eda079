import { sql } from 'kysely'
import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import { isDividedBy, type PartFigure, wholesOf } from '../../analysis/indicators/whole.ts'
import { lastDayOf, type Period } from '../../analysis/sources/period.ts'
import { type Area, cellsOn, type Kept, type UnitCell } from '../../analysis/territory/cells-on.ts'
import { mergers } from '../../analysis/territory/mergers.ts'
import type { Indicator } from '../../schemas/indicators.ts'
import type { Db } from '../database/database.ts'

export interface IndicatorQuery {
  /** `breakdown` as `admindata` stores it, `GES=GESW;NAT=NATA`; without it, the whole. */
  indicators: readonly { indicator: string; breakdown?: string }[]
  level: Area['level']
  /** A year, a month, or a day. */
  period: Period
  /** The day whose territory counts. */
  territory: string
  /** The state of the data: of imports after it nothing counts, what was undone after it does; so with the register. */
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

/** The codes of the indicators of which there was any figure in a state for all of what they count, or parts that make one. */
export async function indicatorsWithFigures(db: Db, { indicators }: Catalogue, state: number): Promise<Set<string>> {
  const made = [...indicators.values()].flatMap(({ code, whole }) => (whole === undefined ? [] : [code]))
  const { rows } = await sql<{ indicator: string; breakdown: string }>`
    select distinct s.indicator, s.breakdown
    from series s cross join lateral (
      select from observation o where o.series_id = s.id
        and o.batch_id = any(array(select id from import_batch b where counts_in(b, ${state}))) limit 1
    ) known
    where s.breakdown = '' or s.indicator = any(${made}::text[])`.execute(db)
  const isUsable = ({ indicator, breakdown }: (typeof rows)[number]) =>
    breakdown === '' || isDividedBy(indicators.get(indicator)?.whole ?? {}, breakdown)
  return new Set(rows.filter(isUsable).map(({ indicator }) => indicator))
}

/** The first and the last time for which there were figures of an indicator, or parts of one that is made of them, in a state. */
export async function timesOf(
  db: Db,
  { code, breakdown, isMade }: { code: string; breakdown: string; isMade: boolean },
  state: number,
): Promise<[Period, Period] | undefined> {
  const { rows } = await sql<{ months: Period['months']; first: string; last: string }>`
    select s.months, known.first, known.last
    from series s cross join lateral (
      select min(o.starts) as first, max(o.starts) as last from observation o
      where o.series_id = s.id and length(o.region) > 2
        and o.batch_id = any(array(select id from import_batch b where counts_in(b, ${state})))
    ) known
    where s.indicator = ${code} and (s.breakdown = ${breakdown} or ${isMade}) and known.first is not null
    order by s.id`.execute(db)
  const times = rows.flatMap(({ months, first, last }) => [first, last].map((start): Period => ({ start, months })))
  const inOrder = times.sort((one, other) => (one.start < other.start ? -1 : Number(one.start > other.start)))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
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
    readUnits(db, level, territory, state),
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
  const made = await readMade(
    db,
    asked.flatMap(({ indicator, breakdown }) =>
      breakdown === '' && !figures.has(`${indicator.code} `) ? indicator : [],
    ),
    period,
    state,
  )
  return asked.map(({ indicator, breakdown }) => {
    const { code, territory: rule } = indicator
    const own: readonly Kept[] =
      figures.get(`${code} ${breakdown}`) ?? (breakdown === '' ? made.get(code) : undefined) ?? []
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

async function readUnits(db: Db, level: Area['level'], day: string, state: number): Promise<string[]> {
  const units =
    level === 'gemeinde'
      ? sql`select gkz as unit from gemeinde_in(${state})`
      : sql`select kreis as unit from kreis_in(${state})`
  const { rows } = await sql<{ unit: string }>`
    ${units} where valid_from <= ${day} and coalesce(valid_to, 'infinity') >= ${day} order by unit`.execute(db)
  return rows.map(({ unit }) => unit)
}

/** Wholes from parts, where the catalogue says how and no source gives a whole itself: a column has one way only. */
async function readMade(
  db: Db,
  indicators: readonly Indicator[],
  period: Period,
  state: number,
): Promise<Map<string, readonly Kept[]>> {
  const made = indicators.flatMap(({ code, frequency, whole }) =>
    whole === undefined ? [] : [{ code, rule: whole, breakdown: null, once: frequency === 'einmal' }],
  )
  if (made.length === 0) return new Map()
  const parts = [...(await readFigures(db, made, period, state)).values()].flat()
  return new Map(
    made.map(({ code, rule }) => [
      code,
      wholesOf(
        rule,
        parts.filter(({ indicator }) => indicator === code),
      ),
    ]),
  )
}

type ReadFigure = PartFigure & { indicator: string }

/** By code and breakdown; without a breakdown, all of an indicator. */
async function readFigures(
  db: Db,
  wanted: readonly { code: string; breakdown: string | null; once: boolean }[],
  period: Period,
  state: number,
): Promise<Map<string, ReadFigure[]>> {
  type Row = Omit<ReadFigure, 'period' | 'batches'> & { starts: string; months: Period['months']; batch: number }
  const { rows } = await sql<Row>`
    select s.indicator, s.breakdown, s.months, o.*
    from unnest(
      ${wanted.map(({ code }) => code)}::text[],
      ${wanted.map(({ breakdown }) => breakdown)}::text[],
      ${wanted.map(({ once }) => once)}::boolean[],
      ${wanted.map(({ once }) => (once ? '-infinity' : period.start))}::date[],
      ${wanted.map(({ once }) => (once ? 'infinity' : lastDayOf(period)))}::date[]
    ) as wanted (indicator, breakdown, once, first, last)
    join series s on s.indicator = wanted.indicator and s.breakdown = coalesce(wanted.breakdown, s.breakdown)
    cross join lateral (
      select distinct on (starts, region) starts, region, value, missing, uncertain, batch_id as batch
      from observation
      where series_id = s.id and length(region) > 2 and starts between wanted.first and wanted.last
        and batch_id = any(array(select id from import_batch b where counts_in(b, ${state})))
      order by starts, region, batch_id desc
    ) o
    where wanted.once or s.months = 0 or (s.months = ${period.months} and o.starts = ${period.start})`.execute(db)
  const figures = new Map<string, ReadFigure[]>()
  for (const { starts, months, batch, ...figure } of rows) {
    const series = `${figure.indicator} ${figure.breakdown}`
    const known = figures.get(series)
    const one: ReadFigure = { ...figure, period: { start: starts, months }, batches: [batch] }
    if (known === undefined) figures.set(series, [one])
    else known.push(one)
  }
  return figures
}
