import type { Choice } from './evaluation-pages.ts'
import type { LogEntry } from './log-entry.ts'
import type { Fault } from './pieces.ts'

/** What the templates of the register are given. */
export interface RegisterPages {
  'intern/register': RegisterPage
  'intern/register-unit': RegisterUnitPage
  'intern/register-files': RegisterFilesPage
  'intern/register-preview': RegisterPreviewPage
  'intern/register-undo': RegisterUndoPage
}

/** A cell of a table; with an address it is a link. */
export interface LinkedCell {
  text: string
  href?: string
}

export interface LinkedTable {
  heads: string[]
  rows: LinkedCell[][]
}

export interface RegisterPage {
  /** Kommunen, Kreise, Antragsverbünde, numbers of persons, grants. */
  views: { label: string; href: string; current: boolean }[]
  /** What of it is shown, as it is sent along with the search. */
  view: string
  label: string
  choices: Choice[]
  typed: { search: string; day: string }
  errors: Fault[]
  /** How many there are. */
  summary: string
  table: LinkedTable
  /** What to do where there are none. */
  empty: string
  /** Addresses of the pages beside this one, or ''. */
  earlierHref: string
  laterHref: string
  filesHref: string
  resetHref: string
}

/** Changes in groups, each line of them. */
export interface ShownChanges {
  label: string
  lines: string[]
}

export interface AddressForm {
  href: string
  fields: { name: string; label: string; hint: string; value: string; attributes: string; error: string }[]
  /** Whether there is one that could be ended. */
  mayEnd: boolean
}

export interface RegisterUnitPage {
  title: string
  /** Whether it exists today, and what else is to be known at once. */
  badges: { tone: 'plain' | 'success' | 'info' | 'warning'; label: string }[]
  facts: LogEntry['details']
  notice: string
  errors: Fault[]
  /** Name, Kreis, inhabitants over the times; none where it has always been the same. */
  history: LinkedTable
  /** What it became part of, and what became part of it. */
  successions: { text: string; href: string; label: string }[]
  /** Who carries out the Integrationsmanagement; '' where the page is not of a Kommune. */
  carrier: string
  carriers: LinkedTable
  carrierForm: { href: string; options: Choice['groups']; from: string; errors: Record<'an' | 'ab', string> } | null
  members: LinkedTable
  numbers: LinkedTable
  /** Who received the grant, who carries it out, and what is known of a person, over the times. */
  histories: { id: string; label: string; table: LinkedTable }[]
  waves: { href: string; label: string; note: string }[]
  address: { facts: LogEntry['details']; past: LinkedTable; form: AddressForm } | null
}

export interface RegisterFilesPage {
  notice: string
  /** Which of the two forms is at fault, and how. */
  error: { field: string; message: string } | null
  hrefs: { registry: string; addresses: string }
  /** Waves whose respondents named somebody to write to. */
  takeOvers: { href: string; label: string }[]
  imports: {
    title: string
    lines: string[]
    undone: string
    undoHref: string
  }[]
}

export interface RegisterPreviewPage {
  title: string
  lead: string
  href: string
  problems: string[]
  summary: { tone: 'info' | 'warning' | 'success'; text: string }
  facts: LogEntry['details']
  notes: string[]
  changes: ShownChanges[]
  /** What is said beside an official directory. */
  fields: { name: string; label: string; hint: string; value: string }[]
  /** What the second click is called; '' where nothing may be kept. */
  confirm: string
  /** Whether what is said beside it can be changed. */
  mayChange: boolean
  backHref: string
}

export interface RegisterUndoPage {
  href: string
  title: string
  facts: LogEntry['details']
  changes: ShownChanges[]
  error: string
}
