import type { TerritoryRule } from '../../schemas/indicators.ts'
import type { WholeReason } from '../indicators/whole.ts'
import type { MissingReason } from '../sources/missing.ts'
import { lastDayOf, type Period } from '../sources/period.ts'
import type { Merger } from './mergers.ts'

/** Why a figure cannot be carried to another territory. */
const carryReasons = [
  { code: 'unvollstaendig', label: 'für einen Teil des heutigen Gebiets liegt kein Wert vor' },
  { code: 'gewicht_fehlt', label: 'für das gewogene Mittel fehlt ein Gewicht' },
  { code: 'nicht_uebertragbar', label: 'der Indikator lässt sich nicht auf ein anderes Gebiet übertragen' },
  { code: 'nicht_teilbar', label: 'der Wert gilt für ein größeres Gebiet und lässt sich nicht teilen' },
] as const
export type CarryReason = (typeof carryReasons)[number]['code']

/** A figure of a unit, on the territory of its own time. */
export interface Dated {
  region: string
  period: Period
  value: number | null
  missing: MissingReason | WholeReason | null
}

/** A figure of a unit on the territory of the chosen day. */
export interface Carried {
  region: string
  period: Period
  value: number | null
  missing: MissingReason | WholeReason | CarryReason | null
  /** The units whose figures it was made of. */
  parts: string[]
}

/**
 * Carries figures to the territory of a day. For each merger between a figure's time and that day the parts become one:
 *
 *   sum    x = Σ xᵢ                 counts, amounts, balances
 *   mean   x = Σ wᵢ·xᵢ / Σ wᵢ       rates and shares, with the weight the catalogue names, of the same time
 *   none   no value                 what a unit decides for itself
 *
 * A part without a value leaves the whole without one: a sum over some of the parts would be too small without showing it. Where
 * all parts lack it for the same reason, that reason stays. Where the source has itself recalculated a new unit into the past, or
 * lists only the new one for a period in which the merger falls, its figure is taken as it is. README.md gives the reasons.
 */
export function carryTo(
  day: string,
  figures: readonly Dated[],
  rule: TerritoryRule,
  mergers: readonly Merger[],
  weights: readonly Dated[] = [],
): Carried[] {
  const weightOf = weightsByYear(weights)
  const inOrder = mergers.toSorted((a, b) => (a.ab < b.ab ? -1 : 1))
  return [...byPeriod(figures)].flatMap(([, { period, units }]) => {
    const weightNow = weightOf(period)
    for (const merger of inOrder) {
      if (merger.ab <= day && period.start < merger.ab) merge(units, merger, period, rule, weightNow)
    }
    for (const merger of inOrder.toReversed()) {
      if (merger.ab > day && period.start >= merger.ab) divide(units, merger, period)
    }
    return [...units.values()]
  })
}

type Units = Map<string, Carried>

function byPeriod(figures: readonly Dated[]): Map<string, { period: Period; units: Units }> {
  const periods = new Map<string, { period: Period; units: Units }>()
  for (const { region, period, value, missing } of figures) {
    const id = `${period.start} ${period.months}`
    let known = periods.get(id)
    if (known === undefined) {
      known = { period, units: new Map() }
      periods.set(id, known)
    }
    known.units.set(region, { region, period, value, missing, parts: [region] })
  }
  return periods
}

function merge(
  units: Units,
  { ab, in: whole, art, aus }: Merger,
  period: Period,
  rule: TerritoryRule,
  weights: Map<string, number>,
): void {
  const ended = Object.keys(aus)
  const own = units.get(whole)
  const joining = ended.map((key) => units.get(key))
  if (own === undefined && joining.every((part) => part === undefined)) return
  for (const key of ended) units.delete(key)
  const nothingElse = joining.every((part) => part === undefined || part.value === null)
  const isSourcesOwn = own !== undefined && own.value !== null && nothingElse
  if (isSourcesOwn && (art === 'neubildung' || ab <= lastDayOf(period))) return
  const parts = art === 'neubildung' ? joining : [own, ...joining]
  const keys = art === 'neubildung' ? ended : [whole, ...ended]
  const { value, missing } = joined(parts, keys, rule, weights)
  units.set(whole, { region: whole, period, value, missing, parts: parts.flatMap((part) => part?.parts ?? []) })
  const known = keys.flatMap((key) => weights.get(key) ?? [])
  if (known.length === keys.length) weights.set(whole, sum(known))
  else weights.delete(whole)
}

function joined(
  parts: readonly (Carried | undefined)[],
  keys: readonly string[],
  rule: TerritoryRule,
  weights: Map<string, number>,
): Pick<Carried, 'value' | 'missing'> {
  const values = parts.flatMap((part) => part?.value ?? [])
  if (values.length < parts.length) {
    const reasons = new Set(parts.map((part) => part?.missing ?? (part === undefined ? 'unvollstaendig' : null)))
    const [reason = null] = reasons
    return { value: null, missing: reasons.size === 1 && reason !== null ? reason : 'unvollstaendig' }
  }
  if (rule === 'sum') return { value: sum(values), missing: null }
  if (rule === 'none') return { value: null, missing: 'nicht_uebertragbar' }
  const weighing = keys.flatMap((key) => weights.get(key) ?? [])
  const total = sum(weighing)
  if (weighing.length < keys.length || total <= 0) return { value: null, missing: 'gewicht_fehlt' }
  return { value: sum(values.map((value, index) => value * (weighing[index] ?? 0))) / total, missing: null }
}

/** What was one at the figure's time and is not yet on the chosen day: neither it nor its parts have a figure. */
function divide(units: Units, { in: whole, art, aus }: Merger, period: Period): void {
  const one = units.get(whole)
  if (one === undefined) return
  units.delete(whole)
  for (const region of [...(art === 'eingliederung' ? [whole] : []), ...Object.keys(aus)]) {
    units.set(region, { region, period, value: null, missing: 'nicht_teilbar', parts: one.parts })
  }
}

/** The weights of a time: those of the same period, or else of the same year. */
function weightsByYear(weights: readonly Dated[]): (period: Period) => Map<string, number> {
  const years = new Map<string, Map<string, number>>()
  const exact = new Map<string, Map<string, number>>()
  for (const { region, period, value } of weights) {
    if (value === null) continue
    put(years, lastDayOf(period).slice(0, 4), region, value)
    put(exact, `${period.start} ${period.months}`, region, value)
  }
  return (period) =>
    new Map(exact.get(`${period.start} ${period.months}`) ?? years.get(lastDayOf(period).slice(0, 4)) ?? [])
}

function put(maps: Map<string, Map<string, number>>, id: string, region: string, value: number): void {
  const known = maps.get(id) ?? new Map<string, number>()
  maps.set(id, known.set(region, value))
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
