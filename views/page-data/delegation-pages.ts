import type { SectionState } from '../../surveys/answer/section-state.ts'
import type { Contact } from './contact.ts'
import type { Badge } from './pieces.ts'

/** Some sections of a form for colleagues: how they are asked, and what they see. */
export interface DelegationPages {
  delegations: DelegationsPage
  'delegate-key': DelegateKeyPage
  delegated: DelegatedPage
  'delegation-ended': DelegationEndedPage
  responsible: ResponsiblePage
}

/** What was typed to ask somebody. */
export interface TypedDelegation {
  name: string
  mail: string
  said: string
  /** `2026-03-14`, or as it was typed. */
  due: string
  sections: string[]
}

/** Whom one asked for what, and how far they are. */
export interface DelegationEntry {
  id: number
  name: string
  badge: Badge
  /** When she was asked, opened it, was last seen, until when, by mail or not. */
  lines: string[]
  said: string
  /** `Deutsch: 12 von 40 Feldern, davon 8 zuletzt von ihr gespeichert`. */
  sections: string[]
  /** The whole link, or '' where it opens nothing. */
  link: string
  /** Why it does not, or ''. */
  ended: string
  revokeHref: string
}

interface DelegationsPage {
  action: string
  notice: string
  errors: { field: string; message: string }[]
  entries: DelegationEntry[]
  /** Answers are taken, so that somebody can be asked. */
  open: boolean
  /** Mails go out. */
  mails: boolean
  typed: TypedDelegation
  sections: { id: string; title: string; checked: boolean }[]
  /** `08.02.2019`. */
  frist: string
}

/** Where a colleague comes in. */
interface DelegateKeyPage {
  action: string
  key: string
  error: string
  notice: string
}

/** What a colleague is asked for. */
interface DelegatedPage {
  /** `KM` or the Kommune. */
  askedBy: string
  said: string
  sections: { href: string; title: string; numbers: string; filled: string; state: SectionState }[]
  /** Where some of it is counted from a list of persons, or ''. */
  counting: string
  /** Where a table of another program comes in. */
  table: string
  /** When she said that she is done, or ''. */
  done: string
  doneAction: string
  notice: string
  contact: Contact
}

/** A link that opens nothing (any more), with what was sent last. */
interface DelegationEndedPage {
  heading: string
  paragraphs: string[]
  typed: { number: string; label: string; value: string }[]
}

/** Whether the right ones were asked. */
interface ResponsiblePage {
  action: string
  notice: string
  errors: { field: string; message: string }[]
  typed: { who: string; reach: string; said: string }
  /** A text to hand on, and the same as the address of a mail. */
  text: string
  mailHref: string
  unit: string
}
