import type { LogEntry } from './log-entry.ts'
import type { Badge, Fault, Offer } from './pieces.ts'

/** What the templates are given of the pages on which the office runs waves. */
export interface WavePages {
  'intern/waves': WavesPage
  'intern/wave-course': WaveCoursePage
  'intern/extensions': ExtensionsPage
  'intern/approvals': ApprovalsPage
}

export interface WaveEntry {
  href: string
  title: string
  lines: string[]
  mark: string
  badges: Badge[]
}

/** All waves, and a new one. */
export interface WavesPage {
  waves: WaveEntry[]
  /** For those who may create one. */
  form: {
    surveys: Offer[]
    who: Offer[]
    kreise: Offer[]
    earlier: Offer[]
    typed: { kennung: string; stichtag: string; frist: string; liste: string }
    /** The wave that it is copied from, or ''. */
    from: string
  } | null
  errors: Fault[]
}

/** A day of a wave, and where it lies between the first and the last: from 0 to 100. */
export interface CourseDay {
  label: string
  day: string
  when: 'vorbei' | 'heute' | 'kommt'
  place: number
}

/** A wave from its making to its end, and what can be done with it. */
export interface WaveCoursePage {
  title: string
  id: string
  mark: string
  badges: Badge[]
  facts: { label: string; value: string }[]
  /** Where today lies, or null where it is not between the days. */
  today: number | null
  days: CourseDay[]
  hrefs: Record<'here' | 'wave' | 'copy' | 'approvals', string>
  acts: Record<'oeffnen' | 'schliessen' | 'termine' | 'beteiligte' | 'gesehen' | 'dank' | 'probelauf' | 'ende', string>
  /** What is looked at before it opens; empty once it is open. */
  points: {
    label: string
    found: string
    badge: Badge
    href: string
    see: 'paper' | 'templates' | ''
    isLaw: boolean
  }[]
  /** Why it opens on purpose only. */
  purposes: string[]
  /** What waits for a second account. */
  waiting: string[]
  may: Record<'manage' | 'open' | 'close' | 'change' | 'add' | 'remove' | 'thank' | 'try' | 'endTrial', boolean>
  isReopening: boolean
  /** Whether it thanks by itself, and with what. */
  thanks: { isOn: boolean; templateHref: string }
  typed: { am: string; zu: string; stichtag: string; frist: string; dazu: string; weg: string; grund: string }
  /** What names a unit: `GKZ`. */
  keys: string
  notice: string
  errors: Fault[]
  history: LogEntry[]
}

/** Who has until when, and more time for some or all. */
export interface ExtensionsPage {
  title: string
  id: string
  waveHref: string
  action: string
  undoHref: string
  frist: string
  isClosed: boolean
  may: boolean
  one: string
  many: string
  /** The mail that tells an extension. */
  templateHref: string
  typed: { bis: string; wen: Offer[]; einheiten: string; grund: string; bescheid: Offer[] }
  extensions: {
    id: number
    what: string
    lines: string[]
    units: string[]
    isUndone: boolean
    /** Why it cannot be given back, or ''. */
    why: string
  }[]
  notice: string
  errors: Fault[]
}

/** What waits for a second account. */
export interface ApprovalsPage {
  open: {
    id: number
    action: string
    title: string
    wave: { href: string; id: string }
    by: string
    reason: string
    facts: { label: string; value: string }[]
    /** Why it no longer holds, or ''. */
    void: string
    isOwn: boolean
  }[]
  decided: { title: string; lines: string[]; badge: Badge }[]
  isOff: boolean
  /** Nobody else could agree. */
  isAlone: boolean
  notice: string
  error: string
}
