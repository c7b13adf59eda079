import { absent, given } from '../../analysis/sources/figure.ts'
import type { Period } from '../../analysis/sources/period.ts'
import type { Found, Series } from '../../analysis/sources/source.ts'
import { Random } from './random.ts'
import type { InventedSeries, SeriesProfile } from './series-profile.ts'

/** Kommunen with their inhabitants of today, by GKZ. */
type Kommunen = ReadonlyMap<string, number>

/** Figures for all Kommunen and Kreise, the same in every demo world, as if they stood in a file. */
export function* inventSeries(profile: SeriesProfile, kommunen: Kommunen): Generator<Found> {
  const starts = startMonths(profile.start, kommunen)
  const end: Period = { start: `${profile.start.to}-01`, months: 1 }
  for (const [gkz, month] of starts.kommunen)
    yield found(seriesOf(profile.start.indicator), gkz, end, monthNumber(month))

  const known = new Map<string, number>()
  for (const one of profile.series) {
    const series = seriesOf(one.indicator)
    const sums = new Map<string, KreisSum>()
    for (const [unit, population] of one.level === 'gemeinde' ? kommunen : kreiseOf(kommunen)) {
      const random = new Random(`reihen ${one.indicator} ${one.every} ${unit}`)
      const own = random.around(one.spread)
      const kreis = unit.slice(0, 3)
      for (const { period, year, month, place } of times(profile, one)) {
        const base = one.of === undefined ? population : (known.get(`${one.of} ${unit} ${year}`) ?? 0)
        const since = Math.max(0, monthsBetween(starts.kreise.get(kreis) ?? period.start, period.start))
        const level = base * one.share * own * courseAt(one.course, place) * random.around(one.noise)
        const exact = level * seasonAt(one, month) * (1 + (one.afterStart ?? 0) * since)
        const value = rounded(one.signed && random.chance(0.15) ? -exact : exact, one.round ?? 1)
        known.set(`${one.indicator} ${unit} ${year}`, value)
        const isSecret = value > 0 && value < (one.secretBelow ?? 0)
        yield found(series, unit, period, isSecret ? null : value)
        const before = sums.get(`${kreis} ${period.start}`)?.value ?? 0
        sums.set(`${kreis} ${period.start}`, { kreis, year, period, value: before + value })
      }
    }
    if (one.level === 'kreis') continue
    for (const { kreis, year, value } of sums.values()) known.set(`${one.indicator} ${kreis} ${year}`, value)
    if (one.alsoKreis) yield* landkreisSums(series, kommunen, sums.values())
  }
}

interface KreisSum {
  kreis: string
  year: number
  period: Period
  value: number
}

/** A Stadtkreis is its own Kommune and already has its figure. */
function* landkreisSums(series: Series, kommunen: Kommunen, sums: Iterable<KreisSum>): Generator<Found> {
  for (const { kreis, period, value } of sums) {
    if (!kommunen.has(`${kreis}000`)) yield found(series, kreis, period, value)
  }
}

const seriesOf = (indicator: string): Series => ({ statistic: '', indicator, labels: [], parts: [] })

function found(series: Series, key: string, period: Period, value: number | null): Found {
  return { line: 1, series, key, name: '', period, figure: value === null ? secret : given(value) }
}

const secret = absent('unbekannt_oder_geheim')

const lasting = { stichtag: 0, jahr: 12, monat: 1 } as const

function kreiseOf(kommunen: Kommunen): Map<string, number> {
  const kreise = new Map<string, number>()
  for (const [gkz, population] of kommunen) {
    kreise.set(gkz.slice(0, 3), (kreise.get(gkz.slice(0, 3)) ?? 0) + population)
  }
  return kreise
}

function* times({ years: [first, last], months }: SeriesProfile, { every }: InventedSeries) {
  if (every !== 'monat') {
    for (let year = first; year <= last; year += 1) {
      const start = every === 'jahr' ? `${year}-01-01` : `${year}-12-31`
      yield { period: { start, months: lasting[every] }, year, month: 12, place: year - first }
    }
    return
  }
  for (let start = `${months[0]}-01`; start.slice(0, 7) <= months[1]; start = addMonths(start, 1)) {
    const [year = 0, month = 1] = start.split('-').map(Number)
    yield { period: { start, months: lasting.monat }, year, month, place: year - first + (month - 12) / 12 }
  }
}

/** Between the ends of two years the course runs straight. */
function courseAt(course: readonly number[], place: number): number {
  const before = Math.max(0, Math.floor(place))
  const from = course[before] ?? course.at(-1) ?? 1
  const to = course[before + 1] ?? from
  return from + (to - from) * Math.max(0, place - before)
}

const seasonAt = ({ season = 0 }: InventedSeries, month: number) =>
  1 + season * Math.cos(((month - 1) / 12) * 2 * Math.PI)
const rounded = (value: number, to: number) => Math.round(value / to) * to + 0

function startMonths({ from, to, within }: SeriesProfile['start'], kommunen: Kommunen) {
  const months = monthsBetween(`${from}-01`, `${to}-01`)
  const kreise = new Map<string, string>()
  const starts = new Map<string, string>()
  for (const gkz of kommunen.keys()) {
    const kreis = gkz.slice(0, 3)
    const middle = new Random(`start ${kreis}`).next() * 0.6 + 0.15
    const first = Math.round(months * middle)
    kreise.set(kreis, addMonths(`${from}-01`, first))
    const own = first + Math.round((new Random(`start ${gkz}`).next() * 2 - 1) * within)
    starts.set(gkz, addMonths(`${from}-01`, Math.min(months, Math.max(0, own))))
  }
  return { kreise, kommunen: starts }
}

/** `2017-10-01` as the number 201710. */
const monthNumber = (day: string) => Number(day.slice(0, 7).replace('-', ''))

function monthsBetween(from: string, to: string): number {
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return count(to) - count(from)
}

function addMonths(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}
