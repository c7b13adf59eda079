import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'
import type { ValuesUsed } from '../../surveys/codebook/values-used.ts'
import type { UnitKind } from '../../surveys/compile/unit-kinds.ts'
import type { Told } from '../disclosure/hidden.ts'

/** What a wave or a panel asks and holds. People script against it as JSON: it only ever grows. */
export interface Codebook {
  study: Study
  tables: CodebookTable[]
  /** What is asked in several waves. */
  concepts: CodebookConcept[]
}

export interface Study {
  /** The waves, joined as in the names of files. */
  id: string
  title: string
  unit: UnitKind
  /** Who asks, or ''. */
  producer: string
  waves: StudyWave[]
  state: number
  /** When the data came into that state. */
  at: string | null
  program: string
  values: ValuesUsed
}

export interface StudyWave {
  wave: string
  survey: string
  version: string
  /** SHA-256 of the questionnaire. */
  hash: string
  title: string
  /** The printed form that it carries over, or ''. */
  source: string
  stichtag: string | null
  frist: string
  synthetic: boolean
  asked: number
  answered: number
  /** What no printed source says. */
  assumed: readonly string[]
}

/** The columns of a file. */
export interface CodebookTable {
  /** What it is called, without the ending. */
  file: string
  /** Of a file with several waves null. */
  wave: string | null
  rows: number
  sections: { title: string; columns: string[] }[]
  columns: CodebookColumn[]
}

export interface CodebookColumn extends DescribedColumn {
  /** What it holds, after the small counts were taken out. */
  statistics?: ColumnStatistics
  /** The checks that look at it. */
  checks?: string[]
  /** Of a computed one. */
  formula?: string
  note?: string
}

/** `verdeckt` stands where a figure would tell of fewer than three; null where there is none. */
export interface ColumnStatistics {
  units: Told<number>
  n: Told<number>
  missing: { code: string; count: Told<number> }[]
  level?: Record<'mean' | 'sd' | 'lowerQuartile' | 'median' | 'upperQuartile', Told<number | null>>
  categories?: { code: string; label: string; count: Told<number>; percent: Told<number | null> }[]
}

/** Something that several columns hold, wave by wave. */
export interface CodebookConcept {
  concept: string
  label: string
  columns: { file: string; name: string }[]
  /** How far the waves can be compared, in sentences. */
  comparability: string[]
}
