import type { SectionState } from '../../surveys/answer/section-state.ts'
import type { QuestionView } from '../../surveys/view/view.ts'
import type { AmendedNotice } from './amendment-entry.ts'
import type { AnswerRows } from './answer-rows.ts'
import type { CheckPage } from './check-page.ts'
import type { Contact } from './contact.ts'
import type { CountingPage } from './counting-page.ts'
import type { FigureMappingPage, ForeignTablePage } from './foreign-table-pages.ts'
import type { OwnFilePage, OwnFilePreviewPage } from './own-file-pages.ts'
import type { QueryPage, QueryView } from './query-view.ts'

/** What the templates of those who answer are given, and those that everybody may see. */
export interface FormPages {
  zugang: AccessPage
  forms: FormsPage
  resend: ResendPage
  later: LaterPage
  hub: HubPage
  section: SectionPage
  conflict: ConflictPage
  check: CheckPage
  receipt: ReceiptPage
  print: PrintPage
  parked: ParkedPage
  present: PresentPage
  'figure-mapping': FigureMappingPage
  'foreign-table': ForeignTablePage
  'own-file': OwnFilePage
  'own-file-preview': OwnFilePreviewPage
  counting: CountingPage
  query: QueryPage
  message: MessagePage
  computing: ComputingPage
}

/** Who answers: a Kommune, or a person known by a number. */
export interface Unit {
  /** `Kommune`. */
  label: string
  name: string
  /** What tells it from others of that name: `GKZ 117019`. */
  note: string
}

export interface Visitor {
  /** The address of the form's overview; those of its other pages begin with it. */
  home: string
  /** Somebody of the office looks at it: the page on whoever answers, or ''. */
  office: string
  /** Where somebody of the office may amend what was answered, or ''. */
  amend: string
  waveTitle: string
  unit: Unit
  /** The session has other forms as well. */
  several: boolean
  /** The initials given at login, or ''. */
  editor: string
  /** Formatted dates; the Stichtag may be ''. */
  stichtag: string
  frist: string
  /** `noch 12 Tage`, `endet heute`, `abgelaufen am 08.02.2019`. */
  remaining: string
  /** The day up to which a colleague was asked for her part, or ''; null of everybody else. */
  due: string | null
  /** Where one logs out. */
  leave: string
  /** Answers are taken until the end of the Frist; afterwards everything is read-only. */
  open: boolean
  /** Afterwards: what open Rückfragen are about can still be changed. */
  asked: boolean
  /** The wave holds invented answers. */
  synthetic: boolean
  /** When the session ends without a further request, as ISO time, and the seconds until then. */
  endsAt: string
  secondsLeft: number
}

/** The login with an access code. */
interface AccessPage {
  next: string
  /** What was typed as a code that opens nothing, or ''. */
  code: string
  kuerzel: string
  error: string
  notice: string
  retryMinutes: number
}

/** What has happened, and how to go on. */
interface MessagePage {
  heading: string
  paragraphs: string[]
  link: { href: string; label: string } | null
}

/** An answer that takes longer. */
interface ComputingPage {
  /** How many are served before; null while it is computed. */
  waiting: number | null
  seconds: number
  /** Where it is stopped, or null. */
  stop: string | null
  home: string
}

/** All forms of a session, and the place to add another. */
/** Somebody who answers for several Kommunen. */
export interface CarrierEntry {
  id: string
  name: string
  waveTitle: string
  synthetic: boolean
  summary: string
  units: {
    /** `umfrage-1/117042` */
    place: string
    unit: Unit
    state: FormsPage['forms'][number]['state']
    lines: string[]
    receipt: { href: string; number: string } | null
    step: { href: string; label: string } | null
  }[]
}

export interface FormsPage {
  forms: {
    href: string
    waveTitle: string
    unit: Unit
    state: 'leer' | 'begonnen' | 'abgesendet' | 'Änderungen nicht abgesendet'
    /** `12 von 140 Feldern`. */
    filled: string
    /** `zuletzt gespeichert 14.03.2026, 14:03 Uhr`, or ''. */
    saved: string
    /** `letzter Tag 08.02.2019, noch 12 Tage`. */
    frist: string
    receipt: { href: string; number: string } | null
    /** What is to be done next; null where nothing is, or nothing can be any more. */
    step: { href: string; label: string } | null
    synthetic: boolean
  }[]
  /** `1 von 3 abgesendet, 2 begonnen`, or '' of a single one. */
  summary: string
  /** Those who answer for several Kommunen, each with the one list of them. */
  carriers: CarrierEntry[]
  openHref: string
  next: string
  /** What was typed as a code that opens nothing, or ''. */
  code: string
  kuerzel: string
  error: string
  notice: string
  retryMinutes: number
}

/** What somebody sent who is not logged in for this form, to be sent again afterwards. */
export interface ResendPage {
  action: string
  login: string
  unit: string
  /** One has no code, but the link by which one was asked for some sections. */
  byLink: boolean
  fields: { name: string; value: string }[]
}

/** What was sent while nothing could be taken. */
interface LaterPage {
  heading: string
  paragraphs: string[]
  action: string
  fields: { name: string; value: string }[]
}

/** The overview of a form. */
export interface HubPage {
  introduction: string[]
  sections: {
    href: string
    title: string
    /** `F5 bis F10`. */
    numbers: string
    state: SectionState
    /** `12 von 40 Feldern`. */
    filled: string
    /** `zuletzt KM, 14.03.2026, 14:03 Uhr`, or ''. */
    lastSaved: string
  }[]
  /** Fields filled and fields in all, for the progress bar. */
  progress: { filled: number; total: number }
  signals: number
  errors: number
  receipts: { href: string; number: string; submittedAt: string; revision: number; corrected: string }[]
  /** Changes were saved after the last submission. */
  changedSince: boolean
  /** What of it the office amended. */
  amended: AmendedNotice | null
  /** The questionnaire as PDF: to be filled in by hand, and with the answers as they were saved. */
  papers: { blank: string; filled: string }
  /** The same as a file to be filled in, or '' for the office. */
  ownFile: string
  /** Where some of it is counted from a list of persons, or ''. */
  counting: string
  /** Where it is said how to prepare, or ''. */
  preparation: string
  contact: Contact
  /** Whom one asked for some sections; null for the office. */
  delegations: HubDelegations | null
  /** Where one says that somebody else is responsible, or ''. */
  responsible: string
  /** How many are logged in; null for the office. */
  present: { href: string; count: number } | null
  /** That the office looked at the form, or ''. */
  seen: string
  /** How many fields were kept that came too late to be saved. */
  parked: { href: string; count: number } | null
  /** What has just happened, or ''. */
  /** That the Frist was moved, or ''. */
  extended: string
  notice: string
  /** After the Frist: what became of the answers, or ''. */
  closed: string
  /** What the office asks back, the open ones first. */
  queries: QueryView[]
}

interface HubDelegations {
  href: string
  /** `2 von 3 erledigt`, or ''. */
  summary: string
  /** Those who are done, of which nobody took note yet, with when and what. */
  done: string[]
  /** Where one takes note of it. */
  notedHref: string
  /** Somebody can be asked. */
  open: boolean
}

export interface SectionPage {
  id: string
  heading: string
  introduction: string[]
  /** `Nur wenn Sie in F3 „ja“ angegeben haben.`, or ''; and why it is not asked, or ''. */
  onlyIf: string
  shut: string
  position: string
  questions: QuestionView[]
  /** The revision of the draft that this page shows. */
  rev: number
  action: string
  previous: { href: string; title: string } | null
  next: { href: string; title: string } | null
  /** `Zuletzt gespeichert um 14:03 Uhr von KM`, or ''. */
  saved: string
  /** What could not be taken as it is, shown above the heading and linked to its field. */
  errors: { field: string; message: string }[]
  /** Shown after a save without script: `Gespeichert um 14:03 Uhr.` */
  notice: string
  readOnly: boolean
  /** What alone can be written: the fields, and the questions that they belong to; null: all. */
  open: { fields: string[]; questions: string[] } | null
  /** What the office asks back here. */
  queries: QueryView[]
  /** Where the office asks more, or ''. */
  asks: string
  /** Why nothing can be changed any more, or ''. */
  closed: string
  contact: Contact
  /** The mark that somebody sets when the section is done. */
  done: { name: string; checked: boolean }
  /** It is one of some sections for which somebody was asked. */
  part: boolean
  /** For whoever comes from the page where all is checked: where from, and what is to be looked at next, or ''. */
  check: { from: string; next: string } | null
}

export interface ConflictPage {
  heading: string
  action: string
  rev: number
  back: string
  fields: {
    name: string
    number: string
    label: string
    mine: string
    theirs: string
    theirsShown: string
    mineShown: string
    by: string
    at: string
    /** Which of the two is chosen so far. */
    chosen: 'mine' | 'theirs' | ''
    /** Why nothing was saved, or ''. */
    error: string
  }[]
  /** The own texts as JSON, so that nothing of them is lost where nothing is chosen. */
  own: string
}

export interface ReceiptPage {
  number: string
  submittedAt: string
  revision: number
  /** Where the office made this revision on request of a person, and when; or ''. */
  corrected: string
  /** It came on paper, and the office typed it. */
  onPaper: boolean
  stichtag: string
  unit: Unit
  waveTitle: string
  surveyVersion: string
  surveyHash: string
  answersHash: string
  synthetic: boolean
  saveHref: string
  /** What of the newest submission the office amended. */
  amended: AmendedNotice | null
  differences: { number: string; label: string; before: string; after: string }[]
  /** All submitted answers, by section. */
  answers: AnswerRows[]
  justifications: { numbers: string; reason: string; text: string }[]
  earlier: { href: string; number: string; submittedAt: string }[]
  open: boolean
  /** Why nothing is taken any more: `Die Frist ist abgelaufen`. */
  over: string
  /** Two questions on what it cost to answer, as long as the wave takes something. */
  burden: BurdenView | null
  contact: Contact
}

export interface BurdenView {
  href: string
  notice: string
  minutes: string
  efforts: { value: string; label: string; checked: boolean }[]
  errors: { field: string; message: string }[]
}

export interface PrintPage {
  sections: { title: string; introduction: string[]; onlyIf: string; shut: string; questions: QuestionView[] }[]
  /** When the answers were saved, or ''. */
  saved: string
  /** The same as a PDF. */
  paperHref: string
}

/** Who is logged in for a form. */
export interface PresentPage {
  action: string
  /** What has just happened, or ''. */
  notice: string
  sessions: {
    id: string
    /** Initials, or that there are none. */
    who: string
    /** `Firefox, Windows`, or ''. */
    device: string
    since: string
    seenAt: string
    /** That of the person who looks. */
    own: boolean
  }[]
}

/** What arrived too late to be saved, one card for each section. */
export interface ParkedPage {
  sections: {
    id: string
    title: string
    fields: {
      /** The name of the box that chooses this text. */
      box: string
      ticked: boolean
      number: string
      label: string
      value: string
      /** What the field holds now. */
      current: string
      /** `KM, 14:03 Uhr`. */
      by: string
    }[]
    /** Why nothing was taken over, or ''. */
    error: string
  }[]
  action: string
  /** The revision of the draft that this page shows, and the time up to which it shows what was kept. */
  rev: number
  seen: string
  /** `14.04.2019`: the day on which the first of it is deleted. */
  until: string
  /** What has just happened, or ''. */
  notice: string
  /** Why nothing is taken any more: `Die Erhebung ist geschlossen`. */
  over: string
  contact: Contact
}
