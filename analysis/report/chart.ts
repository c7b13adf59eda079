import type { ValueClass } from '../groups/value-classes.ts'
import type { Interval } from '../stats/interval.ts'
import type { Table } from './table.ts'

/** What a chart draws, with what it says in words and the figures behind it. How it looks is said in `views/charts`. */
export interface Chart {
  id: string
  title: string
  /** What the reader sees in it. */
  text: string
  /** What it draws, for those who do not see it: nothing else, and nothing less. */
  values: string
  /** Of how many it is: `n = 514 Paare`. */
  basis: string
  /** What signs mean: a hollow and a filled point. */
  key?: readonly { sign: 'before' | 'after'; label: string }[]
  table?: Table
  drawing: Drawing
}

export type Drawing =
  | { kind: 'slope'; lines: readonly SlopeLine[]; waves: readonly [string, string]; decimals: number }
  | {
      kind: 'course'
      lines: readonly CourseLine[]
      waves: readonly string[]
      /** By wave: whether a line leads to it from the one before it. */
      isContinued: readonly boolean[]
      decimals: number
    }
  | { kind: 'dumbbell'; rows: readonly DumbbellRow[]; axis: string; decimals: number }
  | {
      kind: 'histogram'
      classes: readonly ValueClass[]
      axis: string
      countAxis: string
      ofChanges: boolean
      mark?: number
      markLabel?: string
    }
  | { kind: 'kreise'; tiles: readonly KreisTile[]; classes: readonly ValueClass[]; axis: string; decimals: number }
  | { kind: 'bars'; bars: readonly LabelledValue[]; axis: string; unit: '' | '%'; decimals: number }
  | { kind: 'boxes'; boxes: readonly BoxRow[]; axis: string; decimals: number }
  | {
      kind: 'stacked'
      rows: readonly { label: string; parts: readonly { label: string; value: number }[] }[]
      scale: readonly string[]
    }
  | {
      kind: 'curve'
      lines: readonly CurveLine[]
      expected?: CurvePoint
      mark: { at: number; label: string }
      axis: string
    }
  | { kind: 'intervals'; rows: readonly (LabelledValue & { low?: number; high?: number })[]; axis: string }

export interface SlopeLine {
  label: string
  before: number
  after: number
  /** Beside what is said first. */
  faint?: boolean
}

/** A figure of each wave; null where there is none. */
export interface CourseLine {
  label: string
  values: readonly (number | null)[]
  /** Beside what is said first. */
  faint?: boolean
}

/** Percentages, day by day. */
export interface CurveLine {
  label: string
  points: readonly CurvePoint[]
  /** Beside what is said first. */
  faint?: boolean
}

export interface CurvePoint {
  at: number
  value: number
}

export interface DumbbellRow {
  label: string
  before: number
  after: number
  change: number
  /** Between which changes the true one may lie; missing where that is not known or not told. */
  interval?: Interval
}

export interface KreisTile {
  kreis: string
  value: number
}

export interface LabelledValue {
  label: string
  value: number
}

export interface BoxRow {
  label: string
  low: number
  middle: number
  high: number
}
