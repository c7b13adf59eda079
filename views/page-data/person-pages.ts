import type { LogEntry } from './log-entry.ts'
import type { Badge, Fault, Offer } from './pieces.ts'

/** What the templates are given of the pages on which requests of persons are answered. */
export interface PersonPages {
  'intern/person-requests': PersonRequestsPage
  'intern/person-request': PersonRequestPage
  'intern/person-erasure': PersonErasurePage
  'intern/person-correction': PersonCorrectionPage
  'intern/person-restriction': PersonRestrictionPage
}

/** A request in the list: it says nothing of the person. */
export interface RequestEntry {
  href: string
  title: string
  lines: string[]
  badges: Badge[]
}

export interface PersonRequestsPage {
  open: RequestEntry[]
  closed: RequestEntry[]
  kinds: Offer[]
  typed: { received: string; searched: string }
  errors: Fault[]
  /** How many years the words of a closed request are kept. */
  years: number
}

/** A text that was found, with where it stands. */
export interface FoundText {
  mark: string
  question: string
  label: string
  text: string
  state: string
  at: string
  checked: boolean
}

export interface PersonRequestPage {
  title: string
  hrefs: Record<'here' | 'suche' | 'auswahl' | 'frist' | 'abschluss' | 'loeschung' | 'aufhebung', string>
  badges: Badge[]
  facts: LogEntry['details']
  errors: Fault[]
  /** What can be done about it here, and what cannot. */
  advice: string
  state: 'open' | 'proposed' | 'closed'
  searched: string
  forms: { title: string; unit: string; texts: FoundText[] }[]
  initials: { mark: string; label: string; checked: boolean }[]
  /** Forms that asked the person: their answers can be made to lead back to nobody. */
  cut: { mark: string; label: string; checked: boolean }[]
  /** What else is known: forms that asked the person, accounts. */
  traces: string[]
  mayErase: boolean
  /** What else can be prepared with what is ticked. */
  act: { value: string; label: string } | null
  mayExtend: boolean
  outcomes: Offer[]
  proof: {
    title: string
    lead: string
    facts: LogEntry['details']
    files: LogEntry[]
    toTell: string
    none: string
  } | null
  restrictions: Restrictions
}

export interface PersonErasurePage {
  title: string
  hrefs: Record<'request' | 'loeschung' | 'zustimmung' | 'zuruecknahme', string>
  /** Names what is seen here, so that nobody decides on something else. */
  seen: string
  forms: { title: string; unit: string; texts: (Omit<FoundText, 'mark' | 'checked'> & { after: string })[] }[]
  initials: string[]
  /** Forms whose answers are to lead back to nobody. */
  cut: string[]
  /** What follows beside that. */
  effects: string[]
  /** Nobody has laid it before a second person yet; whoever looks may agree; or has laid it before others. */
  stage: 'propose' | 'consent' | 'own'
  grounds: Offer[]
  /** On which ground, and who laid it before others; empty before. */
  facts: LogEntry['details']
  error: string
}

/** A text that stands somewhere, and what is to stand there. */
export interface CorrectedText {
  mark: string
  question: string
  label: string
  before: string
  after: string
  /** Where it stands, and what becomes of that. */
  places: string[]
  error: string
}

export interface PersonCorrectionPage {
  title: string
  hrefs: Record<'request' | 'here', string>
  /** New texts are typed, or looked at before they hold. */
  stage: 'type' | 'confirm'
  forms: { title: string; unit: string; texts: CorrectedText[] }[]
  initials: { mark: string; label: string; after: string; error: string }[]
  /** What was ticked and stands in history only. */
  past: string[]
  effects: string[]
  error: Fault | null
}

/** What a request has restricted. */
export interface Restrictions {
  inForce: { id: string; label: string; note: string; checked: boolean }[]
  lifted: string[]
  /** When the person was told, as it was typed. */
  told: string
}

export interface PersonRestrictionPage {
  title: string
  hrefs: Record<'request' | 'here', string>
  /** Form by form: the texts that were ticked, and what else of it can be restricted at once. */
  forms: {
    title: string
    unit: string
    texts: { question: string; label: string; text: string; state: string }[]
    whole: { value: string; label: string; checked: boolean }
  }[]
  /** What was ticked and cannot be restricted. */
  left: string[]
  effects: string[]
  grounds: Offer[]
  errors: Fault[]
}
