import type { Preparation } from '../../surveys/preparation/preparation-of.ts'
import type { ExplainedTerm } from '../../surveys/terms/terms-of.ts'
import type { Contact } from './contact.ts'

/** What the public pages are given that say who asks, why, and what one may rely on. */
export interface OperatorPages {
  start: StartPage
  survey: SurveyPage
  preparation: PreparationPage
  impressum: ImprintPage
  datenschutz: PrivacyPage
  barrierefreiheit: AccessibilityPage
  lizenzen: LicencesPage
}

/** Who runs this site, at the head and foot of every page. */
export interface OperatorFrame {
  /** '' where nobody has said it. */
  name: string
  logo: { href: string; alt: string } | null
  /** Of the demo world: it does not exist. */
  invented: boolean
}

/** An authority, a person or a firm with what is known of how to reach it. */
export interface OfficeView {
  name: string
  lines: string[]
  phone: string
  mail: string
  web: string
}

/** A fact, in one line or several. */
export interface FactView {
  label: string
  lines: string[]
}

/** A survey in the list of those that anybody may read about. */
export interface SurveyEntry {
  href: string
  title: string
  stichtag: string
  frist: string
  open: boolean
  synthetic: boolean
  /** Where it is said how to prepare, or ''. */
  preparation: string
}

/** The first page: who asks, why, and how to see that it is genuine. */
interface StartPage {
  name: string
  facts: FactView[]
  contact: Contact
  genuine: { address: string; announced: string; mailFrom: string }
  running: SurveyEntry[]
  closed: SurveyEntry[]
}

/** What anybody may read about a survey. */
interface SurveyPage {
  title: string
  synthetic: boolean
  open: boolean
  facts: FactView[]
  introduction: string[]
  results: string
  /** Where it is said how to prepare, or ''. */
  preparation: string
  paperHref: string
  sections: { title: string; questions: string[] }[]
  contact: Contact
}

/** Whom to ask before one answers, what to have at hand, and what words mean. To be printed and ticked off. */
interface PreparationPage extends Preparation {
  title: string
  synthetic: boolean
  /** The page of the survey, for anybody. */
  surveyHref: string
  paperHref: string
  facts: FactView[]
  terms: readonly ExplainedTerm[]
  contact: Contact
}

/** An own text stands in place of ours, as HTML; '' where ours holds. */
interface OwnText {
  own: string
}

interface ImprintPage extends OwnText {
  facts: FactView[]
  contact: Contact
}

interface PrivacyPage extends OwnText {
  controller: OfficeView
  officer: OfficeView | null
  purpose: string
  /** The ground of Artikel 6, in a sentence. */
  basis: string
  /** It is a consent, which can be taken back. */
  consent: boolean
  /** One can object: it is a public task or a legitimate interest. */
  objection: boolean
  mandatory: string
  consequence: string
  source: string
  /** What is kept of those who are written to. */
  office: FactView[]
  recipients: string[]
  thirdCountries: string
  retention: FactView[]
  /** The waves that say more of themselves. */
  waves: FactView[]
  authority: OfficeView | null
}

interface AccessibilityPage extends OwnText {
  name: string
  law: string
  state: string
  grounds: { title: string; items: { what: string; alternative: string }[] }[]
  pdf: string
  made: string[]
  notAssessed: string[]
  contact: Contact
  feedback: string
  board: OfficeView | null
  arbitrationLaw: string
}

/** On which terms the site and what it is made of are given on. */
interface LicencesPage {
  delivered: { name: string; what: string; licence: string; text: string; german: boolean }[]
  /** What only the server works with, by licence. */
  others: { licence: string; names: string[] }[]
}
