import type { AmendmentEntry } from './amendment-entry.ts'
import type { Unit } from './form-pages.ts'

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
  /** Missing where no field is chosen. */
  form:
    | {
        field: string
        title: string
        help: string
        collected: string
        used: string
        /** What is used, as it is sent back. */
        was: string
        became: string
        /** Of a list or a box. */
        options: { value: string; label: string; selected: boolean }[]
        reasons: { value: string; label: string; selected: boolean }[]
        sources: { value: string; label: string; selected: boolean }[]
        note: string
      }
    | undefined
  /** Without a field that is chosen. */
  sections: {
    title: string
    rows: { number: string; label: string; collected: string; used: string; href: string }[]
  }[]
  amendments: AmendmentEntry[]
  undoHref: string
  notice: string
  errors: { field: string; message: string }[]
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
    /** Of those that were made together: their state, and how many can still be taken back. */
    together: { state: number; count: number } | undefined
  })[]
  pages: { previous: string; next: string; position: string }
  /** What waits for a second account. */
  waiting: { title: string; lines: string[] }[]
  approvalsHref: string
  undoHref: string
  /** Missing for whoever may only read. */
  upload: { href: string; columns: string; reasons: string; sources: string } | undefined
  notice: string
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
  errors: { field: string; message: string }[]
}
