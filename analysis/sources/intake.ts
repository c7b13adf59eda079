import type { Catalogue } from '../indicators/catalogue.ts'
import { type Matched, matcher } from '../indicators/match.ts'
import { type Placed, placer, type Territory } from '../territory/place.ts'
import { type Figure, given } from './figure.ts'
import { IntakeReport } from './intake-report.ts'
import type { MissingReason } from './missing.ts'
import type { Period } from './period.ts'
import type { Found, Series, Sink } from './source.ts'
import { valueFault } from './value-fault.ts'

/** A figure that has found its indicator and its place. */
export interface Observation {
  /** Its number among the series of this intake. */
  series: number
  region: string
  start: string
  value: number | null
  missing: MissingReason | null
  uncertain: boolean
  line: number
}

/** What was made of a series of the file. */
export interface KnownSeries {
  indicator: string
  breakdown: string
  months: number
}

export interface IntakeOptions {
  /** The indicator that everything in the file is, where the file does not say it. */
  indicator?: string
  /** Whether `-` is to mean 0. It does not surely: it also stands for what is not filled. */
  dashIsZero?: boolean
}

export interface Intake {
  sink: Sink
  /** All series so far; the number of a series is its place here. */
  series: readonly KnownSeries[]
  report: IntakeReport
}

/**
 * Takes what a reader finds, looks up indicator and place of each figure and hands on what belongs here. The cost per figure is
 * a handful of look-ups; what is remembered grows with the number of series and keys, not with the number of figures.
 */
export function openIntake(
  catalogue: Catalogue,
  territory: Territory,
  options: IntakeOptions,
  take: (observation: Observation) => void,
): Intake {
  const place = placer(territory)
  const match = matcher(catalogue)
  const report = new IntakeReport()
  const series: KnownSeries[] = []
  const numbers = new Map<string, number>()
  /** The row whose key could not be read: all its figures have this one fault. */
  let refusedRow = 0
  const known = new Map<Series, Matched | 'unknown' | { fault: string }>()

  function matchedOf(one: Series): Matched | 'unknown' | { fault: string } {
    const before = known.get(one)
    if (before !== undefined) return before
    const matched = match(one, options.indicator)
    const made = matched === undefined ? 'unknown' : (unitFault(one, matched) ?? matched)
    known.set(one, made)
    return made
  }

  function numberOf({ indicator, breakdown }: Matched, months: number): number {
    const id = `${indicator.code}\u0001${breakdown}\u0001${months}`
    const before = numbers.get(id)
    if (before !== undefined) return before
    numbers.set(id, series.length)
    series.push({ indicator: indicator.code, breakdown, months })
    return series.length - 1
  }

  function found({ series: one, key, keyColumn, name, period, figure, line, column }: Found): void {
    const matched = matchedOf(one)
    const where = matched === 'unknown' ? undefined : place(key)
    if (matched === 'unknown') report.leaveSeries(one, line)
    else if (where === undefined) refuseKey(line, keyColumn, key)
    else if ('left' in where) {
      const { left, land, name: known = name } = where
      report.leaveKey({ reason: left, land, key, name: known, hasValue: figure.value !== null, line })
    } else if (where.until !== undefined && period.start > where.until) {
      const { until, successor } = where
      report.leaveKey({ reason: 'aufgeloest', key, name, hasValue: figure.value !== null, line, until, successor })
    } else if ('fault' in matched) refuse(line, column, matched.fault)
    else {
      const fault = figure.value === null ? undefined : valueFault(matched.indicator, figure.value)
      if (fault === undefined) keep(matched, where, period, figure, line)
      else refuse(line, column, fault)
    }
  }

  function keep(matched: Matched, where: Placed, period: Period, figure: Figure, line: number): void {
    const { value, missing, uncertain } = figure.missing === 'nichts' && options.dashIsZero ? given(0) : figure
    const number = numberOf(matched, period.months)
    report.count(matched, number, where, period, figure, missing)
    take({ series: number, region: where.region, start: period.start, value, missing, uncertain, line })
  }

  function refuseKey(line: number, column: string | undefined, key: string): void {
    if (line === refusedRow) return
    refusedRow = line
    refuse(line, column, `„${key.slice(0, 40)}“ ist kein Schlüssel einer Region.`)
  }

  function refuse(line: number, column: string | undefined, sentence: string): void {
    report.refuse({ line, sentence, ...(column === undefined ? {} : { column }) })
  }

  const sink: Sink = {
    found,
    refused: (refusal) => report.refuse(refusal),
    passed: () => report.pass(),
    warned: (sentence) => report.warn(sentence),
  }
  return { sink, series, report }
}

function unitFault({ unit }: Series, { indicator }: Matched): { fault: string } | undefined {
  const units = indicator.found?.flatMap((match) => match.units ?? []) ?? []
  if (unit === undefined || units.length === 0 || units.includes(unit)) return undefined
  return { fault: `Die Einheit „${unit}“ passt nicht zu ${indicator.code}; erwartet wird ${units[0]}.` }
}
