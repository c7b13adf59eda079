import type { ParticipantPage, StandingBadge } from './field-pages.ts'

/** What the templates are given about calls of the field office. */
export interface CallPages {
  'intern/calls': CallsPage
  'intern/call-sheets': CallSheetsPage
}

interface CallHead {
  id: string
  title: string
  waveHref: string
  synthetic: boolean
}

/** Whom to call first. */
export interface CallsPage extends CallHead {
  /** Those for which the account works, in words, or ''. */
  scope: string
  /** What the order goes by, in a sentence. */
  order: string
  found: string
  /** Sheets of the first so many. */
  sheets: { href: string; label: string }[]
  groups: { id: string; title: string; calls: CallEntry[] }[]
  pages: { previous: string; next: string; position: string }
  errors: { field: string; message: string }[]
  notice: string
}

/** Somebody to call, as lists and sheets name it. */
export interface Callee {
  name: string
  note: string
  badge: StandingBadge
  kreis: string
  person: string
  /** Who answers for it, where that is another one. */
  carrier: string
  phone: { label: string; href: string } | undefined
  lastContact: string
  notes: ParticipantPage['notes']
}

export interface CallEntry extends Callee {
  unit: string
  href: string
  sheetHref: string
  /** Undefined for whoever may not act. */
  form:
    | {
        action: string
        page: number
        text: string
        /** When that was kept, or ''. */
        keptAt: string
        day: string
        error: string
        /** Whether it is shown at once. */
        open: boolean
      }
    | undefined
}

/** Sheets to print, one for each call. */
export interface CallSheetsPage extends CallHead {
  listHref: string
  sheets: (Callee & {
    unit: string
    facts: { label: string; value: string }[]
    /** The sections that ask for something more. */
    sections: string[]
  })[]
}
