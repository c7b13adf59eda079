import type { Cells, Raw } from './cell.ts'
import type { Finding } from './finding.ts'
import type { Instrument } from './instrument.ts'

/** Everything a view of a questionnaire is made from. */
export interface Answered {
  instrument: Instrument
  raw: Raw
  cells: Cells
  findings: readonly Finding[]
}

/** One line with a number field. */
export interface NumberRow {
  name: string
  label: string
  value: string
  /** The item for persons without information. */
  unknown: boolean
  /** Why the text could not be read. */
  error: string
}

/** One field for text. */
export interface TextField {
  name: string
  value: string
  error: string
  /** A value to take over with one press. */
  suggestion: { value: string; label: string } | null
}

export interface ChoiceRow {
  name: string
  label: string
  checked: boolean
  exclusive: boolean
  other: { name: string; label: string; value: string } | null
}

/** A running sum beside its target. */
export interface SumLine {
  check: string
  fields: string[]
  relation: 'equal' | 'atMost' | 'atLeast'
  /** The variable of the target, where it is one, and the number it has. */
  targetField: string
  target: number | null
  targetNumber: string
  text: string
  state: 'satisfied' | 'violated' | 'undecidable' | 'incomplete'
}

/** What a kind shows of its own; the template of the kind knows which of these it has. */
export interface QuestionBody {
  lead?: string
  rows?: NumberRow[]
  field?: TextField
  options?: ChoiceRow[]
  parts: QuestionView[]
}

/** A question, complete for its template. */
export interface QuestionView {
  id: string
  number: string
  kind: string
  title: string
  help: string
  heading: string
  body: QuestionBody
  sums: SumLine[]
  notAvailable: { name: string; label: string; checked: boolean } | null
  comment: { name: string; value: string } | null
  /** Sentences on what does not fit, apart from fields that could not be read. */
  findings: { severity: 'error' | 'signal'; message: string; check: string }[]
}
