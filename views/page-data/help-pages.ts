import type { ExplainedTerm } from '../../surveys/terms/terms-of.ts'
import type { Contact } from './contact.ts'

export interface HelpPages {
  hilfe: HelpPage
}

/** Short answers to what is asked most often; for somebody who is at a form, with the way back to it. */
interface HelpPage {
  contact: Contact
  /** Minutes without a request after which a session ends, and hours after which it ends in any case. */
  session: { minutes: number; hours: number }
  form: HelpAtForm | null
}

/** What only a form knows. */
export interface HelpAtForm {
  /** `Zurück zu Frage F12`. */
  back: { href: string; label: string }
  /** `Zuletzt gespeichert: 14:03 Uhr`, or ''. */
  saved: string
  /** The question that somebody comes from, with the answers of this page that fit it, by their anchors. */
  asked: { number: string; title: string; help: string; terms: readonly ExplainedTerm[]; topics: string[] } | null
  /** Who answers for themselves: their number, and the number and name of their Antragsverbund. */
  person: { number: string; verbund: string; verbundName: string } | null
  /** What can be given as a reason for a signal. */
  reasons: string[]
  /** The day of the last wave or its title, or ''. */
  last: string
  /** Where the survey says how to prepare, or ''. */
  preparation: string
  /** Null of a colleague, who has a part of the form. */
  papers: { blank: string; filled: string } | null
}
