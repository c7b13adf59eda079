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
  own: { action: string; fields: { name: string; label: string; value: string; error: string }[] }
  errors: { field: string; message: string }[]
}
