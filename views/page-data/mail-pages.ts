import type { Offer } from './pieces.ts'

/** What the templates are given of the pages of the office's mails. */
export interface MailPages {
  'intern/mail': MailPage
  'intern/outbox': OutboxPage
  'intern/mail-template': MailTemplatePage
  'intern/mailing': MailingPage
  'intern/jobs': JobsPage
  'intern/demo-mailbox': DemoMailboxPage
  'intern/demo-mail': DemoMailPage
}

interface Fact {
  label: string
  value: string
}

/** Work that is done in its turn. */
export interface JobEntry {
  title: string
  lines: string[]
  badge: { tone: 'plain' | 'success' | 'info' | 'warning' | 'danger'; label: string }
  problem: string
  /** Empty where that cannot be done. */
  stopHref: string
  retryHref: string
}

/** A mail of the outbox. */
export interface MailEntry {
  title: string
  lines: string[]
  badge: { tone: 'plain' | 'success' | 'info' | 'warning' | 'danger'; label: string }
  problem: string
}

export interface MailPage {
  /** The wave whose mails these are, or null where they are those of all. */
  wave: { id: string; title: string; href: string; allHref: string } | null
  notice: string
  warnings: string[]
  /** Where the mails of the demo world can be read; empty elsewhere. */
  mailboxHref: string
  doubtful: (MailEntry & { decideHref: string; again: string })[]
  jobs: JobEntry[]
  states: { label: string; count: string; href: string }[]
  templates: { title: string; href: string; to: string; once: string }[]
  plan: PlanForm
  settings: Fact[]
  test: { address: string; error: string; outcome: string }
  returned: { error: string }
  mayManage: boolean
}

export interface PlanForm {
  action: string
  waves: Offer[]
  templates: Offer[]
  hours: Offer[]
  day: string
  /** Whom it is for, where that was chosen before. */
  kept: { name: string; value: string }[]
  errors: { field: string; message: string }[]
}

export interface OutboxPage {
  form: {
    action: string
    kept: { name: string; value: string }[]
    choices: { name: string; label: string; groups: { label: string; options: Offer[] }[] }[]
    resetHref: string
  }
  mails: MailEntry[]
  more: boolean
}

export interface MailTemplatePage {
  title: string
  facts: Fact[]
  gaps: Fact[]
  problems: string[]
  action: string
  waves: Offer[]
  unit: string
  error: string
  preview: { whom: string; to: string; subject: string; body: string; htmlHref: string; fits: string } | null
}

export interface MailingPage {
  title: string
  facts: Fact[]
  warnings: string[]
  action: string
  kept: { name: string; value: string }[]
  recipients: { id: number; name: string; mail: string; state: string; checked: boolean }[]
  unreachable: string[]
  /** How many of those who were chosen do not get it, or ''. */
  left: string
  shown: string
  plan: PlanForm
  mayManage: boolean
  button: string
}

export interface JobsPage {
  notice: string
  jobs: JobEntry[]
  mayManage: boolean
}

export interface DemoMailboxPage {
  folder: string
  mails: { href: string; subject: string; lines: string[] }[]
  more: boolean
}

export interface DemoMailPage {
  facts: Fact[]
  subject: string
  body: string
  htmlHref: string
}
