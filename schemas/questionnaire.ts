// Made from questionnaire.schema.json by `npm run generate`.

export type SurveyId = string
export type Sentence = string
export type DayOfYear = string
export type Code = string
/**
 * @minItems 1
 */
export type Conditions = [Condition, ...Condition[]]
export type Condition = ChosenAny | ChosenNone | ChosenAll | NumbersCompared | KnownCompared | IsBlank | IsAnswered
/**
 * A question that asks for several options, or a variable that holds one: what is chosen now, or what was in the last wave.
 */
export type Chosen = Name | LastChoice
/**
 * Part of a variable's name. Whole names have at most 32 characters.
 */
export type Name = string
/**
 * @minItems 1
 */
export type References = [Reference, ...Reference[]]
export type Reference = QuestionReference | VariableReference
/**
 * @minItems 1
 */
export type Terms = [Term, ...Term[]]
/**
 * What adds up on one side of a comparison.
 */
export type Term = Reference | Subtracted | LastNumber | RegisterNumber | FixedNumber
/**
 * A figure on the Kommune: its inhabitants, or the figure of an indicator for the time closest to the Stichtag. Beside a field it stands with its source and date, and fills nothing in.
 */
export type RegisterFigure = 'einwohner' | RegisterIndicator
export type Question =
  | GkzQuestion
  | KommuneQuestion
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
 * Every question has a field for a comment, unless this says false.
 */
export type Comment = false
/**
 * Contact data: kept apart from the answers, in no export, and can be deleted without touching answers.
 */
export type Contact = true
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
export type CheckDefinition =
  SumCheck | CompareCheck | WithinCheck | NameCheck | ChangeCheck | ImpliesCheck | FormatCheck | AreaCheck
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
  unit: 'gemeinde' | 'integrationsmanager' | 'zuwendungsempfaenger' | 'verbund' | 'kreis'
  /**
   * The date as of which the answers are given.
   */
  stichtag?: string
  /**
   * Counts are those of a period, in the year of the Stichtag, whichever that is. The gap {zeitraum} names it.
   */
  period?: {
    from: DayOfYear
    to: DayOfYear
  }
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
  reasons: [Reason, ...Reason[]]
  /**
   * Whoever submits less than this share of the fields is asked to confirm it. 0.5 where nothing is said.
   */
  confirmBelow?: number
  /**
   * How the office may amend answers.
   */
  amendments?: {
    /**
     * A number that is moved by at least so much and by at least this share of itself waits for a second account. 0.5 and 50 where nothing is said.
     */
    secondAccountFrom: {
      ratio: number
      absolute: number
    }
  }
  /**
   * @minItems 1
   */
  sections: [Section, ...Section[]]
  checks: CheckDefinition[]
  /**
   * Answers that rule questions out: what is blank there does not apply.
   */
  notApplicable?: RuledOut[]
}
export interface Reason {
  code: Code
  label: Sentence
  /**
   * Offered for checks of these kinds only.
   *
   * @minItems 1
   */
  kinds?: [string, ...string[]]
  /**
   * Offered for the checks with these ids only, and for all that one of them stands for.
   *
   * @minItems 1
   */
  checks?: [string, ...string[]]
  /**
   * The number that the answers are a part of, where this reason is given: shares are taken of it.
   */
  base?: string
}
export interface Section {
  /**
   * Stands in the address of the page.
   */
  id: string
  asked?: Asked
  title: Sentence
  introduction?: Sentence[]
  /**
   * @minItems 1
   */
  questions: [Question, ...Question[]]
}
/**
 * A section, a question, or an item that has a variable of its own is asked only where all conditions hold. It is closed where one of them is decided otherwise, and stays open while nobody can tell. <name>_entfaellt is a variable: 1 where it is closed.
 */
export interface Asked {
  if: Conditions
  /**
   * The half sentence that says so: Nur wenn Sie in {F:wer} „ja“ angegeben haben. It may be left out where it can be made from the conditions.
   */
  words?: string
}
/**
 * One of the options is chosen: of a question that asks for several, or of a variable that holds one.
 */
export interface ChosenAny {
  chosen: Chosen
  /**
   * @minItems 1
   */
  any: [Code, ...Code[]]
}
/**
 * What was chosen in the last wave, by the name and the codes that it has in this one.
 */
export interface LastChoice {
  last: Name
}
/**
 * None of the options is chosen, though the question was answered.
 */
export interface ChosenNone {
  chosen: Chosen
  /**
   * @minItems 1
   */
  none: [Code, ...Code[]]
}
/**
 * All of the options are chosen.
 */
export interface ChosenAll {
  chosen: Chosen
  /**
   * @minItems 1
   */
  all: [Code, ...Code[]]
}
/**
 * Numbers stand in a relation.
 */
export interface NumbersCompared {
  numbers: References
  relation: 'equal' | 'atMost' | 'atLeast' | 'moreThan' | 'lessThan'
  right: Terms
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
 * Numbers that are taken away.
 */
export interface Subtracted {
  minus: Reference
}
/**
 * The number of the last wave, by its name in this one.
 */
export interface LastNumber {
  last: Name
}
/**
 * A figure on the Kommune; a part of it, as a whole number.
 */
export interface RegisterNumber {
  register: RegisterFigure
  times?: number
}
export interface RegisterIndicator {
  /**
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  indicator: string
}
export interface FixedNumber {
  value: number
}
/**
 * A number of the last wave or of the register stands in a relation.
 */
export interface KnownCompared {
  known: LastNumber | RegisterNumber
  relation: 'equal' | 'atMost' | 'atLeast' | 'moreThan' | 'lessThan'
  right: Terms
}
/**
 * Nothing stands in a question or variable.
 */
export interface IsBlank {
  blank: Name
}
/**
 * Something stands in a question or variable.
 */
export interface IsAnswered {
  answered: Name
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
  asked?: Asked
  id: Name
  kind: 'gkz'
  title: Sentence
  help?: Sentence
  comment?: Comment
}
/**
 * The name of the Kommune that answers, as the register has it, to be confirmed. Its variable holds the confirmed name.
 */
export interface KommuneQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  asked?: Asked
  id: Name
  kind: 'kommune'
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
/**
 * A group of whole numbers from 0. Their variables are <question>_<code>.
 */
export interface CountsQuestion {
  number: QuestionNumber
  /**
   * Opens a group of questions within a section.
   */
  heading?: string
  asked?: Asked
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
export interface Option {
  code: Code
  label: Sentence
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  /**
   * Once the given shares make 100, a blank one is 0, and a row that is 0 needs no name.
   */
  rest?: 'zero'
}
export interface NamedOption {
  code: Code
  label: Sentence
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
  asked?: Asked
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
 * One number, or the sum of some, against another, or against what the register knows of the Kommune.
 */
export interface CompareCheck {
  id: Name
  kind: 'compare'
  severity: Severity
  left: References
  relation: Relation
  right: Terms | RegisterReference
  tolerance?: Tolerance
  /**
   * A sentence with gaps: {links}, {rechts}, {abweichung}, {posten}, and {F:question} for a question's number.
   */
  message: string
}
export interface RegisterReference {
  register: RegisterFigure
}
/**
 * How far apart two numbers may be that still fit: so much, or a share of the right one, whichever is more.
 */
export interface Tolerance {
  least?: number
  share?: number
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
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  total?: string
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
/**
 * If all of some conditions are met, another one is.
 */
export interface ImpliesCheck {
  id: Name
  kind: 'implies'
  severity: Severity
  if: Conditions
  then: Condition
  /**
   * A sentence with gaps: {links}, {rechts}, {abweichung}, {posten}, and {F:question} for a question's number.
   */
  message: string
}
/**
 * A text has the form of a mail address, or names a month.
 */
export interface FormatCheck {
  id: Name
  kind: 'format'
  severity: Severity
  variable: Name
  format: 'mail' | 'month'
  /**
   * A sentence with gaps: {links}, {rechts}, {abweichung}, {posten}, and {F:question} for a question's number.
   */
  message: string
}
/**
 * Every Kommune of a list belongs to the Antragsverbund of whoever answers, or to its Kreis where its members are not known.
 */
export interface AreaCheck {
  id: Name
  kind: 'area'
  severity: Severity
  variable: Name
  /**
   * A sentence with gaps: {links}, {rechts}, {abweichung}, {posten}, and {F:question} for a question's number.
   */
  message: string
}
/**
 * Where all conditions are met, what is blank in the questions does not apply. The id is a variable: 1 where that is so.
 */
export interface RuledOut {
  id: Name
  label: Sentence
  if: Conditions
  /**
   * @minItems 1
   */
  questions: [Name, ...Name[]]
}
