import type { Unit } from './form-pages.ts'

/** The papers of a wave: a way to each, and those on which something is to be done. */
export interface PapersPage {
  id: string
  waveHref: string
  href: string
  title: string
  synthetic: boolean
  /** What one is asked for by: `GKZ`. */
  keyLabel: string
  typed: string
  error: string
  rows: { name: string; note: string; href: string; state: string; scans: string }[]
  more: string
}

/** What every page of one paper shows. */
interface OnePaper {
  id: string
  waveHref: string
  papersHref: string
  href: string
  unit: Unit
  waveTitle: string
  synthetic: boolean
}

/** One paper: how far it is, and its scans. */
export interface PaperPage extends OnePaper {
  notice: string
  error: string
  turns: { title: string; state: string; dropAct: string }[]
  dropHref: string
  /** What is to be done next. */
  entryHref: string
  settleHref: string
  /** Why somebody cannot go on by themselves. */
  waits: string
  taken: { lead: string; receiptHref: string; fileHref: string }[]
  address: string[]
  participantHref: string
  scans: { href: string; deleteHref: string; label: string; note: string }[]
  uploadHref: string
  uploadHint: string
}

export interface PaperField {
  name: string
  label: string
  kind: 'number' | 'text' | 'long' | 'tick' | 'choice'
  /** What a phone offers. */
  keys: string
  value: string
  options: { value: string; label: string; selected: boolean }[]
  error: string
}

/** What is typed from a paper, in the order in which it is printed. */
export interface PaperEntryPage extends OnePaper {
  entryHref: string
  turn: number
  keptAt: string
  sections: { title: string; questions: { number: string; title: string; fields: PaperField[] }[] }[]
  errors: { field: string; message: string }[]
  /** What cannot be read was told once, and is so on the paper. */
  mayKeepUnread: boolean
}

/** What is to be decided of two readings. */
export interface PaperSettlePage extends OnePaper {
  settleHref: string
  /** How many fields agree. */
  lead: string
  rows: {
    name: string
    number: string
    label: string
    /** Why it is asked about. */
    why: string
    choices: { value: string; label: string; checked: boolean }[]
    other: string
    hint: string
  }[]
  errors: { field: string; message: string }[]
  signals: string[]
  onlyOnline: string
  /** Whoever decides has typed it as well, and says that the paper is at hand. */
  isTypist: boolean
}
