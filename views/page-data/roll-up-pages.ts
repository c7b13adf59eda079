import type { Badge } from './pieces.ts'
import type { QueryView } from './query-view.ts'

interface Rows {
  heads: string[]
  rows: { text: string; href?: string }[][]
}

/** How the figures of a wave stand at the levels above. */
export interface RollUpPage {
  id: string
  title: string
  waveHref: string
  synthetic: boolean
  year: string
  /** What a missing hand-over may cost, or ''. */
  warning: string
  /** What the highest level has signed; no rows for whoever works for some alone. */
  top: Rows
  /** By level, the highest first. */
  levels: { id: string; many: string; table: Rows }[]
  notes: string[]
}

/** A unit of a level: what lies before it, what it has signed, and what differs. */
export interface RolledUpPage {
  id: string
  waveHref: string
  listHref: string
  synthetic: boolean
  year: string
  level: string
  name: string
  key: string
  status: { tone: 'plain' | 'success' | 'warning'; label: string }
  warning: string
  notice: string
  facts: { label: string; value: string }[]
  sums: { heads: string[]; rows: string[][] }
  /** Who stands below, with what came from there. */
  below: Rows
  /** What is another value since it was signed, and what is far from the year before. */
  changes: { heads: string[]; rows: string[][] }
  differences: { heads: string[]; rows: string[][] }
  history: string[]
  notes: string[]
  files: { label: string; href: string }[]
  /** '' for whoever may not. */
  signAction: string
  seen: string
  signLabel: string
  /** The own figures to be typed, none where there are none or where somebody may not. */
  /** The wave in which it is asked for its own figures; otherwise they are typed here. */
  own: {
    wave: { href: string; label: string } | null
    action: string
    fields: { name: string; label: string; value: string; error: string }[]
  }
  questions: FigureQuestions
  errors: { field: string; message: string }[]
}

/** What is asked about figures: of this unit, and by it of those below. */
export interface FigureQuestions {
  /** Where it is answered, closed and asked; '' for those who only read. */
  action: string
  toUs: FigureThread[]
  below: FigureThread[]
  ask: {
    who: { label: string; options: Option[] }[]
    figures: { label: string; options: Option[] }[]
    text: string
    bis: string
    /** Persons among those who can be asked, who can be told by mail. */
    byMail: { checked: boolean } | null
  } | null
}

interface Option {
  value: string
  label: string
  selected?: boolean
}

export interface FigureThread {
  id: number
  /** A person is asked in a form, and what is said there is shown here. */
  ofPerson: boolean
  title: string
  badge: Badge
  /** Until when, while nobody has answered. */
  due: string
  entries: QueryView['entries']
  /** The figure is another one since it was asked. */
  corrected: boolean
  mayAnswer: boolean
  mayClose: boolean
  /** A mail about it, to be written in one's own program; or ''. */
  mailHref: string
  /** What was typed as an answer and not taken. */
  typed: string
}
