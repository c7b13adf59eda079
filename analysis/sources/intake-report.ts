import type { Matched } from '../indicators/match.ts'
import type { LeftReason, Placed } from '../territory/place.ts'
import { type Level, levels } from '../territory/region-key.ts'
import { type FaultCause, FaultCauses } from './fault-causes.ts'
import type { Figure } from './figure.ts'
import type { MissingReason } from './missing.ts'
import { formatPeriod, type Period } from './period.ts'
import type { Refusal, Series } from './source.ts'

/** How many faults, and keys of one kind, are named each by itself; all are counted. */
const mostNamed = 200

export interface IndicatorReport {
  indicator: string
  label: string
  unit: string
  /** Into how many parts it is broken down, the whole counted as one. */
  breakdowns: number
  from: string
  to: string
  observations: number
  values: number
  uncertain: number
  levels: Partial<Record<Level, number>>
  missing: Partial<Record<MissingReason, number>>
}

/** A key whose figures were not taken. */
export interface LeftKey {
  reason: LeftReason
  key: string
  name: string
  figures: number
  /** Of these, how many were numbers and no symbols. */
  values: number
  firstLine: number
  successor?: string
  until?: string
}

/** A measure that no indicator of the catalogue is. */
export interface LeftSeries {
  statistic: string
  measure: string
  figures: number
  firstLine: number
}

interface ToLeave {
  reason: LeftReason
  key: string
  name: string
  hasValue: boolean
  line: number
  land?: string | undefined
  successor?: string | undefined
  until?: string | undefined
}

type Tally = IndicatorReport & { first: Period; last: Period; numbers: Set<number> }

/** Counts what an intake does with a file: what it took, what it left and why, what was at fault. */
export class IntakeReport {
  observations = 0
  passed = 0
  faultCount = 0
  leftCount = 0
  readonly faults: Refusal[] = []
  readonly #causes = new FaultCauses()
  readonly #warnings: string[] = []
  readonly #tallies = new Map<string, Tally>()
  readonly #leftKeys = new Map<string, LeftKey>()
  readonly #leftSeries = new Map<string, LeftSeries>()
  /** Per indicator and time: numbers and dashes of each level. */
  readonly #dashes = new Map<string, { period: Period; label: string; counts: Uint32Array }>()

  /** `times`: how many faults it stands for that are not named each by itself. */
  refuse(refusal: Refusal, times = 1): void {
    this.faultCount += times
    this.#causes.add(refusal, times)
    if (this.faults.length < mostNamed) this.faults.push(refusal)
  }

  pass(): void {
    this.passed += 1
  }

  warn(sentence: string): void {
    this.#warnings.push(sentence)
  }

  /** Keys of other Länder are counted by Land, all others by themselves. */
  leaveKey({ reason, key, name, hasValue, line, land, successor, until }: ToLeave): void {
    this.leftCount += 1
    const id = land === undefined ? key : `Land ${land}`
    let left = this.#leftKeys.get(id)
    if (left === undefined) {
      if (this.#leftKeys.size >= 100 * mostNamed) return
      left = {
        reason,
        key: id,
        name: land === undefined ? name : '',
        figures: 0,
        values: 0,
        firstLine: line,
        ...(successor === undefined ? {} : { successor }),
        ...(until === undefined ? {} : { until }),
      }
      this.#leftKeys.set(id, left)
    }
    left.figures += 1
    left.values += Number(hasValue)
  }

  leaveSeries({ statistic, measure, labels, parts }: Series, line: number): void {
    this.leftCount += 1
    const headings = parts.filter(({ variable }) => variable.startsWith('Kopf')).map(({ label }) => label)
    const name = [measure, headings.length > 0 ? headings.join(', ') : labels.at(-1)].filter(Boolean).join(' ')
    const id = `${statistic} ${name}`
    const left = this.#leftSeries.get(id) ?? { statistic, measure: name, figures: 0, firstLine: line }
    left.figures += 1
    this.#leftSeries.set(id, left)
  }

  count(
    { indicator }: Matched,
    number: number,
    { level, region }: Placed,
    period: Period,
    read: Figure,
    missing: MissingReason | null,
  ): void {
    this.observations += 1
    const tally = this.#tallies.get(indicator.code) ?? newTally(indicator, period)
    if (tally.observations === 0) this.#tallies.set(indicator.code, tally)
    tally.observations += 1
    tally.numbers.add(number)
    if (period.start < tally.first.start) tally.first = period
    if (period.start > tally.last.start) tally.last = period
    tally.levels[level] = (tally.levels[level] ?? 0) + 1
    if (missing === null) tally.values += 1
    else tally.missing[missing] = (tally.missing[missing] ?? 0) + 1
    tally.uncertain += Number(read.uncertain)
    this.#countDash(indicator, period, region.endsWith('000') ? 'kreis' : level, read)
  }

  #countDash({ code, label }: Matched['indicator'], period: Period, level: Level, { value, missing }: Figure): void {
    if (value === null && missing !== 'nichts') return
    const id = `${code} ${period.start} ${period.months}`
    let dash = this.#dashes.get(id)
    if (dash === undefined) {
      dash = { period, label, counts: new Uint32Array(levels.length * 2) }
      this.#dashes.set(id, dash)
    }
    const at = levels.indexOf(level) * 2 + Number(value === null)
    dash.counts[at] = (dash.counts[at] ?? 0) + 1
  }

  get causes(): FaultCause[] {
    return this.#causes.all
  }

  get indicators(): IndicatorReport[] {
    return [...this.#tallies.values()].map(({ first, last, numbers, ...tally }) => ({
      ...tally,
      breakdowns: numbers.size,
      from: formatPeriod(first),
      to: formatPeriod(last),
    }))
  }

  get leftKeys(): LeftKey[] {
    return [...this.#leftKeys.values()]
  }

  get leftSeries(): LeftSeries[] {
    return [...this.#leftSeries.values()]
  }

  /** What is no fault, but should be looked at. */
  get warnings(): string[] {
    return [...this.#warnings, ...[...this.#dashes.values()].flatMap(emptyLevels)]
  }
}

function newTally({ code, label, unit }: Matched['indicator'], period: Period): Tally {
  const counts = { breakdowns: 0, observations: 0, values: 0, uncertain: 0, levels: {}, missing: {} }
  return { indicator: code, label, unit, from: '', to: '', ...counts, first: period, last: period, numbers: new Set() }
}

const levelNames: Record<Level, string> = {
  bund: 'Deutschland',
  land: 'das Land',
  regierungsbezirk: 'die Regierungsbezirke',
  kreis: 'die Kreise',
  gemeinde: 'die Kommunen',
}

/** A level on which every figure is a dash, while a level above has numbers, is not filled: its figures are not 0. */
function emptyLevels({ period, label, counts }: { period: Period; label: string; counts: Uint32Array }): string[] {
  return levels.flatMap((level, index) => {
    const [numbers = 0, dashes = 0] = counts.subarray(index * 2, index * 2 + 2)
    const above = levels.slice(0, index).findLast((_, upper) => (counts[upper * 2] ?? 0) > 0)
    if (numbers > 0 || dashes === 0 || above === undefined) return []
    return [
      `${label}, ${formatPeriod(period)}: Für ${levelNames[level]} steht überall „-“ (${dashes} Angaben), für ${levelNames[above]} stehen Zahlen da. Die Zahlen fehlen hier also; sie sind nicht 0.`,
    ]
  })
}
