import type {
  Option,
  Part,
  Question as QuestionDefinition,
  Questionnaire,
  Reason,
  RegisterFigure,
} from '../../schemas/questionnaire.ts'
import type { SecondAccountFrom } from '../amending/is-large.ts'
import type { Check, Condition, Limits, SumCheck } from '../checks/check.ts'
import type { CountingPlan } from '../counting/counting-plan.ts'
import type { Preparation } from '../preparation/preparation-of.ts'
import type { StateLookup } from '../regions/state-lookup.ts'
import type { ExplainedTerm } from '../terms/terms-of.ts'
import type { VariableType } from '../types/index.ts'
import type { Period } from './period.ts'

/** What a variable is for its question. */
export type Role = 'item' | 'unknown' | 'notAvailable' | 'option' | 'other' | 'comment' | 'derived'

/** One field of the form, one entry of the answers, one column of the export. */
export interface Variable {
  name: string
  type: VariableType
  role: Role
  label: string
  /** The id of the question. */
  question: string
  /** The printed number of the question. */
  number: string
  /** The flag which, when ticked, says that this value is not available. */
  flag?: string
  /** The variables that are 1 where the value does not apply. */
  ruledOutBy?: readonly string[]
  /** Those of them that say that it was not asked. */
  closedBy?: readonly string[]
  /** When the item is asked, where that is not always. */
  asked?: Filter
  /** The label of the field for persons without information, where its question has one. */
  unknown?: string
  /** What is known of the Kommune that stands beside the field. */
  register?: RegisterFigure
  /** What can be chosen. */
  options?: readonly Option[]
  contact: boolean
  /** It is ticked: a page that is sent whole without it says that it is blank. */
  box?: true
}

/** What a variable is called where it stands alone, without its form around it. */
export interface VariableLabel {
  label: string
  /** What its numbers are, in a word: Personen, Prozent, VZÄ; '' of what has no unit. */
  unit: string
}

export interface Question {
  number: string
  id: string
  kind: QuestionDefinition['kind']
  title: string
  help?: string
  heading?: string
  /** The section's id. */
  section: string
  /** When it is asked, where that is not always. */
  asked?: Filter
  definition: QuestionDefinition | Part
  /** All variables in the order of the form, the comment last. */
  variables: Variable[]
  notAvailable?: Variable
  comment?: Variable
  /** The questions within a composite one. */
  parts: Question[]
}

export interface Section {
  id: string
  title: string
  introduction: string[]
  questions: Question[]
  /** When it is asked, where that is not always. */
  asked?: Filter
}

/** What rules questions out: where all conditions are met, the variable is 1, and what is blank does not apply. */
export interface Rule {
  variable: string
  if: readonly Condition[]
  /** The variables that are ruled out. */
  fields: readonly string[]
}

/** When something is asked: where one of the conditions is decided otherwise, the variable is 1, and nothing of it counts. */
export interface Filter {
  of: 'section' | 'question' | 'item'
  /** The id of the section or the question, or the variable of the item. */
  id: string
  variable: string
  if: readonly Condition[]
  /** The variables that are closed with it. */
  fields: readonly string[]
  /** `Nur wenn Sie in F3 „ja“ angegeben haben` */
  words: string
  /** The place of its first question among all. */
  place: number
  /** It looks at more than the answers: what it decided is kept with them. */
  beyond: boolean
}

/** Shares of which a blank one is 0 once the others make 100, and the variable that names those. */
export interface Rest {
  variable: string
  fields: readonly string[]
  /** The place of its question among all. */
  place: number
}

/** A sum that is shown while its numbers are typed, with what is said of it whatever they are. */
export interface ShownSum {
  check: SumCheck
  /** The names of its fields, as the attribute `for` takes them. */
  fields: string
  /** The variable of the target and its question's number, or '' where the target is fixed. */
  targetField: string
  targetNumber: string
}

/** An indicator with the places of the definition that ask for it: `F3 (davon_arbeitslos)`, or the id of a check. */
export interface AskedIndicator {
  code: string
  places: readonly string[]
}

/** A compiled questionnaire: everything that form, checks, print and export need, worked out once. */
export interface Instrument {
  id: string
  version: string
  /** SHA-256 of the resolved definition. */
  hash: string
  title: string
  source?: string
  unit: Questionnaire['unit']
  stichtag?: string
  /** The days for which counts are given, where that is not the Stichtag alone. */
  period?: Period
  frist: string
  assumed: string[]
  introduction: string[]
  reasons: readonly Reason[]
  /** The reasons offered for each signal, by the id of its check. */
  reasonsOf: ReadonlyMap<string, readonly Reason[]>
  /** Whoever submits less than this share of the fields is asked to confirm it. */
  confirmBelow: number
  /** An amendment of the office that moves a number so far waits for a second account. */
  secondAccountFrom: SecondAccountFrom
  sections: Section[]
  /** What follows from answers without being typed. */
  rules: readonly Rule[]
  rests: readonly Rest[]
  /** What is asked only under conditions, in the order of the form. */
  filters: readonly Filter[]
  questions: ReadonlyMap<string, Question>
  variables: Variable[]
  /** The variables in the order of their names, which is the one of canonical JSON. */
  byName: Variable[]
  variable: ReadonlyMap<string, Variable>
  /** The names of those that hold contact data, which are kept apart from the answers. */
  contactFields: readonly string[]
  /** What each variable is called where it stands alone, by its name. */
  labels: ReadonlyMap<string, VariableLabel>
  checks: Check[]
  /** What the checks say some numbers are at most. */
  limits: Limits
  /** The indicators whose figures stand beside fields, or are held against answers. */
  indicators: readonly AskedIndicator[]
  /** The sums that are shown with a question, by its id. */
  sums: ReadonlyMap<string, readonly ShownSum[]>
  /** Where each state counts, by the id of a question that puts states together. */
  states: ReadonlyMap<string, StateLookup>
  /** How to prepare for it, where that is known. */
  preparation?: Preparation
  /** How its answers are counted from a list of persons, where they can be. */
  counting?: CountingPlan
  /** What words of a question mean, by its id. */
  terms: ReadonlyMap<string, readonly ExplainedTerm[]>
  /** The same where they come up first in their section: there the form explains them. */
  explained: ReadonlyMap<string, readonly ExplainedTerm[]>
}
