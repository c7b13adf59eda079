import type { Comparability } from '../panel/comparability.ts'
import type { Cell } from './cell.ts'
import type { Chart } from './chart.ts'
import type { Provenance } from './provenance.ts'
import type { Table } from './table.ts'

/** What was found, told once: page, text, file and chart print it, and compute nothing. Nothing in it tells of fewer than three. */
export interface Report {
  title: string
  /** Of a comparison, how far the waves can be compared. */
  comparability?: Comparability
  /** What makes the figures doubtful: it is read before them. */
  warnings?: readonly string[]
  /** What those who read the figures have to know of them, the most important first. */
  notes: readonly string[]
  facts: readonly Fact[]
  sections: readonly Section[]
  origin: Provenance
}

/** A figure at the head of a report. */
export interface Fact {
  label: string
  value: Cell
  note: string
}

export interface Section {
  id: string
  title: string
  sentences: readonly string[]
  charts: readonly Chart[]
  tables: readonly Table[]
}
