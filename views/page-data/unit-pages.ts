import type { Fact, FigureSection } from './evaluation-pages.ts'
import type { LinkedTable } from './register-pages.ts'

/** What the templates about who does the work, and where, are given. */
export interface UnitPages {
  'intern/qualification': QualificationPage
  'intern/kreise': KreisePage
  'intern/kreis': KreisPage
  'intern/kreis-reminder': KreisReminderPage
}

export interface QualificationPage {
  /** As it was typed. */
  day: string
  errors: { field: string; message: string }[]
  /** Null where the day cannot be read. */
  result: {
    day: string
    synthetic: boolean
    notes: string[]
    facts: Fact[]
    sections: FigureSection[]
    /** Which state of the register. */
    state: string
    files: { href: string; label: string }[]
  } | null
}

export interface KreisePage {
  kreise: { href: string; label: string; note: string }[]
}

export interface KreisPage {
  title: string
  notice: string
  /** For whom of it the account works, or '' where it is the whole Kreis. */
  scope: string
  /** The report of the whole Kreis, or '' for whoever works for parts of it. */
  reportHref: string
  facts: Fact[]
  waves: { title: string; lines: string[]; remindHref: string }[]
  /** Kennzahlen on their way up: how they stand here, and where they are. */
  figures: { title: string; lines: string[]; href: string }[]
  /** Kommunen and who carries out their Integrationsmanagement, with their states. */
  kommunen: LinkedTable
  /** Who else was asked, by kind, with their states. */
  others: (LinkedTable & { label: string })[]
}

export interface KreisReminderPage {
  title: string
  backHref: string
  href: string
  wave: string
  /** Of this form, so that a second click is the same mailing. */
  mark: string
  recipients: string[]
  unreachable: string[]
  error: string
}
