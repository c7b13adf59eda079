import type { Mapping } from '../../schemas/mapping.ts'
import type { Figure } from './figure.ts'
import type { Period } from './period.ts'

/** What a figure is, as its file names it. One object for all figures of the same series. */
export interface Series {
  /** The number of the statistic (`12411`), `GV-ISys` or `BA`. */
  statistic: string
  /** The code of the measure, where the file has codes. */
  measure?: string
  /** Titles and headings that may name the measure. */
  labels: readonly string[]
  unit?: string
  /** What part of the whole it is; totals are not listed. */
  parts: readonly Part[]
  /** Said by a mapping, so that nothing has to be looked up. */
  indicator?: string
}

export interface Part {
  variable: string
  attribute: string
  /** The attribute as it was written. */
  label: string
}

/** Where something stands in a file: lines count from 1; a column by its name, or its place. */
interface Spot {
  line: number
  column?: string
}

/** A figure as it stands in a file. */
export interface Found extends Spot {
  series: Series
  /** The key as written, and its column. */
  key: string
  keyColumn?: string
  name: string
  period: Period
  figure: Figure
}

/** A line or cell that could not be read. */
export interface Refusal extends Spot {
  sentence: string
}

/** A Kreis as a directory names it, with the key of its Land in front. */
export interface NamedKreis {
  line: number
  key: string
  name: string
}

/** Takes what a reader finds. */
export interface Sink {
  found(found: Found): void
  refused(refusal: Refusal): void
  /** A row that a mapping leaves out, or a record that carries no figures; where it names a Kreis, with that. */
  passed(kreis?: NamedKreis): void
  warned(sentence: string): void
}

/** The beginning of a file, from which a reader recognises it. */
export interface Head {
  file: string
  /** XLSX: the name of the sheet. */
  sheet?: string
  /** The first rows, as cells. */
  rows: readonly (readonly string[])[]
}

/** What the user says beside the file. */
export interface Given {
  /** The time that the figures hold for, where the file does not say it. */
  period?: Period
  mapping?: Mapping
}

/** Who made a file and what may be done with it. */
export interface Description {
  title: string
  source: string
  licence: string
  /** The day as of which the file was made, where it says so. */
  asOf?: string
}

/** Is given every row in order; keeps nothing but what it needs to understand the next one. */
export interface Reader {
  take(cells: readonly string[], line: number): void
  end(): Description
}

export interface Source {
  id: string
  title: string
  /** Files whose lines are not divided into cells come as one cell per line. */
  form: 'cells' | 'lines'
  recognises(head: Head): boolean
  /** A reader, or why the file cannot be read at all. */
  open(head: Head, given: Given, sink: Sink): Reader | Refusal[]
}

/** The text of a cell; empty where the row has no such cell. */
export function cellAt(cells: readonly string[], at: number | undefined): string {
  return at === undefined ? '' : (cells[at]?.trim() ?? '')
}

/** Remembers what was made for a text, so that equal texts get the same thing; what is undefined is made anew. */
export function remembered<T>(make: (text: string) => T | undefined): (text: string) => T | undefined {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    if (made !== undefined) known.set(text, made)
    return made
  }
}
