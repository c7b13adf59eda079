// Made from questionnaire.schema.json by `npm run generate`.

export type SurveyId = string
export type Sentence = string
export type Code = string
export type Question =
  | GkzQuestion
  | TextQuestion
  | LongtextQuestion
  | CountQuestion
  | CountsQuestion
  | DecimalQuestion
  | PercentQuestion
  | SharesQuestion
  | DateQuestion
  | ChoicesQuestion
  | ChoiceQuestion
  | MatrixQuestion
  | GemeindenQuestion
  | ImNumberQuestion
  | ContactQuestion
  | CompositeQuestion
/**
 * The number that the question has in the printed form.
 */
export type QuestionNumber = string
/**
 * Part of a variable's name. Whole names have at most 32 characters.
 */
export type Name = string
/**
 * Every question has a field for a comment, unless this says false.
 */
export type Comment = false
/**
 * Contact data: kept apart from the answers, in no export, and can be deleted without touching answers.
 */
export type Contact = true
/**
 * A figure on the Kommune that stands beside the field with its source and date, and fills nothing in: its inhabitants, or the figure of an indicator for the time closest to the Stichtag.
 */
export type RegisterFigure = 'einwohner' | RegisterIndicator
/**
 * The items, or the name of a list in shared.json that several questions use, with labels that differ here.
 */
export type Items = [Option, Option, ...Option[]] | SharedList
/**
 * Lists are put in before anything else happens, so no code meets this.
 */
export type SharedList = never
/**
 * Items of which some have to be named in a text field of their own; or the name of a shared list.
 */
export type NamedItems = [NamedOption, NamedOption, ...NamedOption[]] | SharedList
/**
 * Whether a day is asked for, or only its month.
 */
export type Precision = 'day' | 'month'
/**
 * An error stops the submission. A signal asks: correct it, or say why it is so.
 */
export type Severity = 'error' | 'signal'
/**
 * The options, or the name of a shared list.
 */
export type Choices = [Choice, Choice, ...Choice[]] | SharedList
/**
 * How many options may be chosen.
 */
export type AtMost = number
/**
 * How many options are to be chosen. More stop the submission, fewer are asked about.
 */
export type Exactly = number
export type Part = TextPart | LongtextPart | ChoicesPart | ChoicePart | CountPart | DecimalPart | DatePart
export type CheckDefinition = SumCheck | CompareCheck | WithinCheck | NameCheck | ChangeCheck
/**
 * @minItems 1
 */
export type References = [Reference, ...Reference[]]
export type Reference = QuestionReference | VariableReference
export type Relation = 'equal' | 'atMost' | 'atLeast'

/**
 * A survey: what is asked, of whom, as of which date, and how the answers must fit together.
 */
export interface Questionnaire {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  id: SurveyId
  /**
   * Semantic version. A published version never changes.
   */
  version: string
  title: Sentence
  /**
   * The printed form that this survey carries over.
   */
  source?: string
  /**
   * Who answers once.
   */
  unit: 'gemeinde' | 'integrationsmanager'
  /**
   * The date as of which the answers are given.
   */
  stichtag?: string
  /**
   * The last day on which answers are taken.
   */
  frist: string
  /**
   * What no printed source says and this definition assumes.
   */
  assumed?: Sentence[]
  introduction: Sentence[]
  /**
   * The reasons to choose from when a signal is justified.
   *
   * @minItems 1
   */
  reasons: [Option, ...Option[]]
  /**
   * @minItems 1
   */
  sections: [Section, ...Section[]]
  checks: CheckDefinition[]
}
export interface Option {
  code: Code
  label: Sentence
}
export interface Section {
  /**
   * Stands in the address of the page.
   */
  id: string
  title: Sentence
  introduction?: Sentence[]
  /**
   * @minItems 1
   */
  questions: [Question, ...Question[]]
}
/**
 * The key of the Kommune, six digits. Prefilled from the access code and checked against it.
 */
export interface GkzQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'gkz'
  title: Sentence
  help?: Sentence
  comment?: Comment
}
/**
 * One line of text.
 */
export interface TextQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'text'
  title: Sentence
  help?: Sentence
  contact?: Contact
  comment?: Comment
}
/**
 * Several lines of text.
 */
export interface LongtextQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'longtext'
  title: Sentence
  help?: Sentence
  comment?: Comment
}
/**
 * One whole number from 0. Its variable has the name of the question.
 */
export interface CountQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'count'
  title: Sentence
  help?: Sentence
  label: Sentence
  register?: RegisterFigure
  /**
   * The item for the number of persons without information. Its variable is <question>_unbekannt.
   */
  unknown?: string
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
  comment?: Comment
}
export interface RegisterIndicator {
  /**
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  indicator: string
}
/**
 * A group of whole numbers from 0. Their variables are <question>_<code>.
 */
export interface CountsQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'counts'
  title: Sentence
  help?: Sentence
  /**
   * Stands above the items and begins what each of them ends.
   */
  lead?: string
  items: Items
  /**
   * Beside which items what figure stands, by their codes.
   */
  register?: {
    [k: string]: RegisterFigure
  }
  /**
   * The item for the number of persons without information. Its variable is <question>_unbekannt.
   */
  unknown?: string
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
  comment?: Comment
}
/**
 * One number from 0 with up to two decimals. Its variable has the name of the question.
 */
export interface DecimalQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'decimal'
  title: Sentence
  help?: Sentence
  label: Sentence
  register?: RegisterFigure
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
  comment?: Comment
}
/**
 * One share in percent, 0 to 100. Its variable has the name of the question.
 */
export interface PercentQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'percent'
  title: Sentence
  help?: Sentence
  label: Sentence
  register?: RegisterFigure
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
  comment?: Comment
}
/**
 * A group of shares in percent that add up to 100. Their variables are <question>_<code>.
 */
export interface SharesQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'shares'
  title: Sentence
  help?: Sentence
  /**
   * Stands above the items and begins what each of them ends.
   */
  lead?: string
  items: NamedItems
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
  comment?: Comment
}
export interface NamedOption {
  code: Code
  label: Sentence
  /**
   * The label of the text field in which this option is named. Its variable is <question>_<code>_text.
   */
  other?: string
}
/**
 * A day or a month of the calendar. Its variable has the name of the question. What lies before the earliest or behind the latest is a signal, unless severity says that it is an error.
 */
export interface DateQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'date'
  title: Sentence
  help?: Sentence
  precision: Precision
  /**
   * The first day (2018-12-15) or month (2018-12) that fits.
   */
  earliest?: string
  /**
   * The last day or month that fits.
   */
  latest?: string
  severity?: Severity
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
  comment?: Comment
}
/**
 * Several of a list. Each option is a variable, <question>_<code>.
 */
export interface ChoicesQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'choices'
  title: Sentence
  help?: Sentence
  options: Choices
  atMost?: AtMost
  exactly?: Exactly
  comment?: Comment
}
export interface Choice {
  code: Code
  label: Sentence
  /**
   * Excludes every other option of the question.
   */
  exclusive?: true
  /**
   * The label of the text field in which this option is named. Its variable is <question>_<code>_text.
   */
  other?: string
}
/**
 * One of a list. Its variable has the name of the question and holds the code of the option.
 */
export interface ChoiceQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'choice'
  title: Sentence
  help?: Sentence
  options: NamedItems
  comment?: Comment
}
/**
 * One step of the same scale for each row. The variables of the rows are <question>_<code>.
 */
export interface MatrixQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'matrix'
  title: Sentence
  help?: Sentence
  rows: NamedItems
  scale: Items
  comment?: Comment
}
/**
 * A list of Kommunen that grows, by name or key. Its variable has the name of the question and holds the keys.
 */
export interface GemeindenQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'gemeinden'
  title: Sentence
  help?: Sentence
  comment?: Comment
}
/**
 * The number of an Integrationsmanager/-in. Prefilled from the access code and checked against it.
 */
export interface ImNumberQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'im_number'
  title: Sentence
  help?: Sentence
  comment?: Comment
}
/**
 * Whom to turn to: some lines of contact data, which are kept apart from the answers. Their variables are <question>_<code>.
 */
export interface ContactQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'contact'
  title: Sentence
  help?: Sentence
  /**
   * @minItems 1
   */
  fields: [ContactField, ...ContactField[]]
  comment?: Comment
}
export interface ContactField {
  code: Code
  label: Sentence
  /**
   * What browsers may fill in by themselves.
   */
  format?: 'name' | 'mail' | 'phone'
}
/**
 * One printed question that asks several things.
 */
export interface CompositeQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  id: Name
  kind: 'composite'
  title: Sentence
  help?: Sentence
  /**
   * @minItems 2
   */
  parts: [Part, Part, ...Part[]]
  comment?: Comment
}
export interface TextPart {
  id: Name
  kind: 'text'
  title: Sentence
  help?: Sentence
}
export interface LongtextPart {
  id: Name
  kind: 'longtext'
  title: Sentence
  help?: Sentence
}
export interface ChoicesPart {
  id: Name
  kind: 'choices'
  title: Sentence
  help?: Sentence
  options: Choices
  atMost?: AtMost
  exactly?: Exactly
}
export interface ChoicePart {
  id: Name
  kind: 'choice'
  title: Sentence
  help?: Sentence
  options: NamedItems
}
export interface CountPart {
  id: Name
  kind: 'count'
  title: Sentence
  help?: Sentence
  label: Sentence
  register?: RegisterFigure
  /**
   * The item for the number of persons without information. Its variable is <question>_unbekannt.
   */
  unknown?: string
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
}
export interface DecimalPart {
  id: Name
  kind: 'decimal'
  title: Sentence
  help?: Sentence
  label: Sentence
  register?: RegisterFigure
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
}
export interface DatePart {
  id: Name
  kind: 'date'
  title: Sentence
  help?: Sentence
  precision: Precision
  /**
   * The first day (2018-12-15) or month (2018-12) that fits.
   */
  earliest?: string
  /**
   * The last day or month that fits.
   */
  latest?: string
  severity?: Severity
  /**
   * The sentence beside the flag that says: we have no information on this question. Its variable is <question>_nv.
   */
  notAvailable?: string
}
/**
 * Parts against their total.
 */
export interface SumCheck {
  id: Name
  kind: 'sum'
  severity: Severity
  parts: References
  relation: Relation
  total: Reference
  /**
   * A sentence with gaps: {links}, {rechts}, {abweichung}, {posten}, and {F:question} for a question's number.
   */
  message: string
}
/**
 * All numbers of a question, or only its items, or only its item for persons without information.
 */
export interface QuestionReference {
  question: Name
  only?: 'items' | 'unknown'
}
/**
 * One number.
 */
export interface VariableReference {
  variable: Name
}
/**
 * One number, or the sum of some, against another, or against what the register knows of the Kommune.
 */
export interface CompareCheck {
  id: Name
  kind: 'compare'
  severity: Severity
  left: References
  relation: Relation
  right: References | RegisterReference
  /**
   * A sentence with gaps: {links}, {rechts}, {abweichung}, {posten}, and {F:question} for a question's number.
   */
  message: string
}
export interface RegisterReference {
  register: 'einwohner'
}
/**
 * Each item of one question is at most the item with the same code of another, plus its persons without information.
 */
export interface WithinCheck {
  id: Name
  kind: 'within'
  severity: Severity
  part: Name
  whole: Name
  /**
   * A sentence with gaps: {links}, {rechts}, {abweichung}, {posten}, and {F:question} for a question's number.
   */
  message: string
}
/**
 * The name of the Kommune, typed in a text, must be the one of the Kommune that answers.
 */
export interface NameCheck {
  id: Name
  kind: 'name'
  severity: Severity
  variable: Name
}
/**
 * Whether a number has changed more since the last wave than its size makes plausible (Hidiroglou and Berthelot): the ratio to the number of the last wave, held against the expected one and multiplied by the larger of the two numbers to the power of the weight, may not exceed the tolerance. One check for each number.
 */
export interface ChangeCheck {
  id: Name
  kind: 'change'
  severity: Severity
  variables: References
  /**
   * The usual ratio of now to then. 1 if nothing is said.
   */
  expected?: number
  /**
   * How much more a change counts where the numbers are large: 0 not at all, 1 in proportion.
   */
  weight: number
  tolerance: number
  /**
   * A sentence with gaps: {links}, {rechts}, {abweichung}, {posten}, and {F:question} for a question's number.
   */
  message: string
}
