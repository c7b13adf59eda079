import type { AmendmentEntry } from './amendment-entry.ts'
import type { Unit } from './form-pages.ts'
import type { Badge } from './pieces.ts'

/** What the templates about amendments of the office are given: 'Korrekturen'. */
export interface AmendmentPages {
  'intern/amend': AmendPage
  'intern/amendments': AmendmentsPage
  'intern/amendment-preview': AmendmentPreviewPage
  amended: AmendedPage
}

/** All fields of one form with what is used of them, and one of them to be amended. */
export interface AmendPage {
  id: string
  waveTitle: string
  unit: Unit
  /** The key of the Kommune or the number of the person. */
  unitKey: string
  synthetic: boolean
  href: string
  listHref: string
  participantHref: string
  responseHref: string
  /** Missing where nothing is chosen. */
  form:
    | {
        /** What is chosen, as it is sent back: a field, or all fields of a question. */
        chosen: { name: 'feld' | 'frage'; value: string }
        title: string
        help: string
        fields: AmendField[]
        reasons: { value: string; label: string; selected: boolean }[]
        sources: { value: string; label: string; selected: boolean }[]
        note: string
        /** All fields of its question, where there are more: what the link says, and where it leads. */
        whole: { label: string; href: string } | undefined
      }
    | undefined
  /** Where nothing is chosen. */
  sections: {
    title: string
    rows: { number: string; wholeHref: string; label: string; collected: string; used: string; href: string }[]
  }[]
  amendments: AmendmentEntry[]
  /** Where an objection is answered. */
  queriesHref: string
  undoHref: string
  notice: string
  /** What is told is that nothing holds yet. */
  isWaiting: boolean
  /** Where that is agreed to, for whoever may; else ''. */
  approvalsHref: string
  errors: { field: string; message: string }[]
}

interface AmendField {
  /** The variable. */
  name: string
  label: string
  collected: string
  used: string
  /** What is used, as it is sent back. */
  was: string
  became: string
  /** Of a list or a box. */
  options: { value: string; label: string; selected: boolean }[]
}

/** The amendments of a wave. */
export interface AmendmentsPage {
  id: string
  waveTitle: string
  waveHref: string
  synthetic: boolean
  /** Those for which the account works, in words, or ''. */
  scope: string
  counts: { label: string; count: string; href: string; current: boolean }[]
  entries: (AmendmentEntry & {
    unit: string
    href: string
    /** Where an objection is answered. */
    queriesHref: string
    /** Of those that were made together: their state, and how many can still be taken back. */
    together: { state: number; count: number } | undefined
  })[]
  pages: { previous: string; next: string; position: string }
  /** What waits for a second account. */
  waiting: { title: string; lines: string[]; badge: Badge }[]
  /** Where it is agreed to, or '' for whoever may not. */
  approvalsHref: string
  undoHref: string
  /** Missing for whoever may only read. */
  upload: { href: string; responseHref: string; columns: string; reasons: string; sources: string } | undefined
  notice: string
  /** What is told is that nothing holds yet. */
  isWaiting: boolean
  error: { field: string; message: string } | null
}

/** What a file would amend. */
export interface AmendmentPreviewPage {
  id: string
  waveHref: string
  listHref: string
  href: string
  file: string
  problems: string[]
  summary: string
  rows: string[][]
  more: string
  confirm: string
}

/** What of a form the office amended, for those who were asked. */
export interface AmendedPage {
  action: string
  amendments: AmendmentEntry[]
  /** What was typed, where it could not be taken: by the number of the amendment. */
  typed: { id: number; text: string } | undefined
  notice: string
  /** Where both say on what was just objected to, or ''. */
  threadHref: string
  errors: { field: string; message: string }[]
}
