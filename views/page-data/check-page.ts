import type { FindingView } from '../../surveys/view/finding-view.ts'
import type { AnswerRows } from './answer-rows.ts'
import type { Contact } from './contact.ts'

/** The page where all is checked before it is submitted. */
export interface CheckPage {
  errors: CheckCard[]
  signals: CheckCard[]
  /** How many errors, and signals without a reason that holds. */
  open: { errors: number; signals: number }
  /** Said where there are no signals. */
  verdict: { settled: boolean; text: string }
  /** What cannot be compared: the questions of each check, and why. */
  undecided: { numbers: string[]; because: string }[]
  blanks: { number: string; title: string; target: CheckTarget; count: number; labels: string[] }[]
  rev: number
  /** One form for all: every button saves the reasons, `_aktion=absenden` also submits. */
  action: string
  /** `Zuletzt gespeichert um 14:03 Uhr`, or ''. */
  saved: string
  /** Shown after a save without script. */
  notice: string
  /** Why nothing was submitted or saved, and what it is about. */
  refused: { text: string; problems: { field: string; message: string }[] } | null
  /** What a submission still needs, or ''. */
  missing: string
  /** The number of the receipt, if the same answers were already submitted. */
  submitted: { href: string; number: string } | null
  /** What would be submitted: fields filled, and blank ones by section. Where it is little, a box asks whether that is meant. */
  sending: {
    filled: number
    total: number
    sections: { title: string; count: number }[]
    ask: boolean
    confirmed: boolean
  }
  answers: AnswerRows[]
  /** After the Frist: what became of the answers, or ''. */
  closed: string
  contact: Contact
}

/** What is put right at one place: a single finding, or several that are about one field. */
export interface CheckCard {
  /** The check of its first finding, whose reason goes for all. */
  id: string
  heading: string
  /** The field that all are about. */
  cause: CheckTarget | null
  justified: boolean
  entries: CheckEntry[]
}

/** Where something is put right. `name` is the field or the question, as the button sends it. */
interface CheckTarget {
  name: string
  href: string
  number: string
}

export interface CheckEntry {
  finding: FindingView
  numbers: string
  target: CheckTarget
  values: { label: string; value: string }[]
}
