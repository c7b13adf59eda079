import type { ChartFigure, Choice } from './evaluation-pages.ts'
import type { Unit } from './form-pages.ts'
import type { LogEntry } from './log-entry.ts'

/** What the templates of the field office are given about participants. */
export interface FieldPages {
  'intern/response': ResponsePage
  'intern/response-picture': ResponsePicturePage
  'intern/participant': ParticipantPage
}

type Tone = 'plain' | 'info' | 'success' | 'warning' | 'danger'

export interface StandingBadge {
  tone: Tone
  label: string
}

/** The participants of a wave, and where each stands. */
export interface ResponsePage {
  id: string
  title: string
  waveHref: string
  synthetic: boolean
  /** Those for which the account works, in words, or ''. */
  scope: string
  counts: { label: string; count: string; href: string; current: boolean }[]
  form: {
    action: string
    search: string
    /** `2026-11-29`, or ''. */
    unopened: string
    still: string
    choices: Choice[]
    columns: { code: string; label: string; checked: boolean }[]
    /** What the address keeps beside. */
    kept: { name: string; value: string }[]
    /** Without any filter, or '' where there is none. */
    resetHref: string
  }
  /** `213 von 1.101 Kommunen`. */
  found: string
  heads: { label: string; href: string; sorted: 'ascending' | 'descending' | 'none' }[]
  rows: {
    unit: string
    name: string
    note: string
    href: string
    checked: boolean
    cells: { head: string; text: string; tone: Tone | '' }[]
  }[]
  pages: { previous: string; next: string; position: string }
  /** Ticks all rows of the page. */
  tickAllHref: string
  /** Missing for whoever may not act. */
  acts:
    | {
        action: string
        /** The filters, for the way back. */
        selection: string
        buttons: { code: string; label: string }[]
        /** How many the selection has, ticked as a whole. */
        all: string
        wholeSelection: boolean
        text: string
      }
    | undefined
  files: { label: string; href: string }[]
  errors: { field: string; message: string }[]
  notice: string
}

interface Linked {
  text: string
  href: string
}

/** How many of a group have sent something. */
export interface GroupRow {
  name: string
  href: string
  asked: string
  sent: Linked
  rate: string
  share: number
}

/** How dark a tile is; `none` where nobody is asked. */
export type TileStep = 'none' | 'first' | 'second' | 'third' | 'fourth' | 'fifth'

/** A Kreis on the map: its sign on number plates, and where the tile lies. */
export interface KreisTile {
  sign: string
  text: string
  /** For the pointer. */
  title: string
  href: string
  step: TileStep
  x: number
  y: number
}

/** How the response of a wave stands. */
export interface ResponsePicturePage {
  id: string
  title: string
  waveHref: string
  synthetic: boolean
  scope: string
  /** What units are called: Kommunen. */
  many: string
  counts: { label: string; count: string; href: string }[]
  curve: ChartFigure | undefined
  expectation: string[]
  kreise: { tiles: KreisTile[]; steps: { step: TileStep; label: string }[]; rows: GroupRow[] }
  sizes: GroupRow[]
  verbuende: GroupRow[]
  still: {
    action: string
    days: number
    count: string
    rows: { name: string; note: string; href: string; badge: StandingBadge; progress: string; saved: string }[]
    listHref: string
  }
  stops: {
    rows: { title: string; open: Linked; saved: Linked; minutes: string }[]
    /** How long it takes, in sentences. */
    times: string[]
  }
  /** What it cost to answer, in sentences. */
  burden: string[]
}

/** One participant: where it stands, and all that happened. */
export interface ParticipantPage {
  id: string
  href: string
  listHref: string
  waveTitle: string
  unit: Unit
  synthetic: boolean
  badges: StandingBadge[]
  facts: LogEntry['details']
  /** Where its letters and mails go; empty where no address is known. */
  address: string[]
  /** Other units for which the same person has logged in. */
  together: { href: string; name: string }[]
  /** Who answers for it, or for whom it answers, as the register says. */
  answering: { lead: string; units: { href: string; name: string }[] }[]
  mails: { title: string; lines: string[]; badge: StandingBadge; problem: string }[]
  /** More time; undefined for whoever may not give it, or where it takes no answers any more. */
  /** Where a lost code is replaced; '' where nobody may. */
  newCodeHref: string
  /** Where its answers are amended, or ''. */
  amendHref: string
  /** Where what came back on paper is typed, or ''. */
  paperHref: string
  extend:
    | {
        action: string
        back: string
        told: { value: string; label: string; selected: boolean }[]
        templateHref: string
        /** Where the mail about it would go, or ''. */
        address: string
      }
    | undefined
  /** The form as the participant sees it, and its receipts; undefined for whoever may not read answers. */
  answers: { formHref: string; queriesHref: string; receipts: { href: string; label: string }[] } | undefined
  /** The newest first. */
  notes: { kind: string; text: string; who: string; at: string }[]
  /** Undefined for whoever may not act. */
  writing:
    | {
        kinds: { value: string; label: string; selected: boolean }[]
        text: string
        /** When that was kept, or ''. */
        keptAt: string
        /** Who else is writing one. */
        others: string[]
        buttons: { code: string; label: string }[]
        reason: string
      }
    | undefined
  history: LogEntry[]
  errors: { field: string; message: string }[]
  notice: string
}
