/** What the template is given about where to look first. */
export interface ScreeningPages {
  'intern/screening': ScreeningPage
}

export interface ScreeningPage {
  id: string
  title: string
  waveHref: string
  synthetic: boolean
  /** Those for which the account works, in words, or ''. */
  scope: string
  /** Where the line is, what lies behind it, and where else it could be. */
  line: string
  lines: { label: string; href: string; current: boolean }[]
  states: { label: string; count: string; href: string; current: boolean }[]
  heading: string
  items: ScreenedItem[]
  pages: { previous: string; next: string; position: string }
  /** What came of looking so far: a sentence, and how the totals moved; no rows where none did. */
  gained: string
  moved: { heads: string[]; rows: string[][] }
  /** The most frequent of them, and how many more there are, or ''. */
  alike: AlikeReasons[]
  moreAlike: string
  errors: { field: string; message: string }[]
  notice: string
  /** How sharply is looked, as `analysis/screening` names its parameters. */
  parameters: Record<'U' | 'A' | 'C' | 'similar' | 'fewestToCompare', string>
  /** The state of the data. */
  origin: string
}

/** A number to look at. */
export interface ScreenedItem {
  /** Of the unit and the field, for addresses within the page. */
  id: string
  rank: string
  name: string
  note: string
  field: string
  number: string
  fieldHref: string
  participantHref: string
  sentence: string
  suspicion: string
  influence: string
  /** What does not fit, with how it was justified. */
  checks: { message: string; justified: string }[]
  /** What was decided, by whom and when; ''. */
  decided: string
  /** What would decide it, as somebody wrote; ''. */
  wanted: string
  /** Undefined for whoever may not decide. */
  form:
    | {
        action: string
        kept: { name: string; value: string }[]
        text: string
        error: string
        /** Whether a decision can be taken back. */
        isDecided: boolean
      }
    | undefined
}

/** A reason that many gave with the same words. */
export interface AlikeReasons {
  count: string
  text: string
  reason: string
  about: string
  units: { label: string; href: string }[]
  /** Where all of them are asked, or ''. */
  askHref: string
}
