import type {
  Option,
  Part,
  Question as QuestionDefinition,
  RegisterFigure,
  Severity,
} from '../../schemas/questionnaire.ts'
import type { VariableType } from '../types/index.ts'

/** What a variable is for its question. */
export type Role = 'item' | 'unknown' | 'notAvailable' | 'option' | 'other' | 'comment'

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
  /** The label of the field for persons without information, where its question has one. */
  unknown?: string
  /** What is known of the Kommune that stands beside the field. */
  register?: RegisterFigure
  /** What can be chosen. */
  options?: readonly Option[]
  contact: boolean
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
}

/** What stands on the right of a comparison: the sum of variables, what the register knows, or a number. */
export type Right = { variables: string[] } | { register: 'einwohner' } | { value: number }

interface CheckBase {
  id: string
  severity: Severity
  /** The ids of the questions concerned, the one where the finding is shown first. */
  questions: string[]
  /** The sentence, with gaps for the numbers. */
  message: string
}

/** Sums of numbers that must stand in a relation. */
export interface RelationCheck extends CheckBase {
  kind: 'sum' | 'compare' | 'within'
  left: string[]
  relation: 'equal' | 'atMost' | 'atLeast'
  right: Right
  /** How far apart two numbers may be that count as equal: people round shares. */
  tolerance?: number
  /** Once one number is given, the blanks beside it count as 0. */
  blankIsZero?: true
  /** The label of the item, where a check was written once for many. */
  item?: string
}

/** A sum that is shown while its numbers are typed, with what is said of it whatever they are. */
export interface ShownSum {
  check: RelationCheck
  /** The names of its fields, as the attribute `for` takes them. */
  fields: string
  /** The variable of the target and its question's number, or '' where the target is fixed. */
  targetField: string
  targetNumber: string
}

/** The flag 'not available' and a value in the same question. */
interface FlagCheck extends CheckBase {
  kind: 'flag'
  flag: string
  values: string[]
}

/** 'Other' chosen and not named, or named and not chosen. */
export interface OtherCheck extends CheckBase {
  kind: 'other'
  /** The variable of the option, and the code by which it is chosen where one variable has several options. */
  option: string
  code?: string
  text: string
}

/** Too many options of a list, or fewer than asked for. */
interface ChosenCheck extends CheckBase {
  kind: 'chosen'
  options: string[]
  relation: 'atMost' | 'atLeast'
  count: number
}

/** An exclusive option beside others. */
interface ExclusiveCheck extends CheckBase {
  kind: 'exclusive'
  option: string
  others: string[]
}

/** The key of a Kommune or the number of a person must be the one that the access code was made for. */
interface UnitCheck extends CheckBase {
  kind: 'unit'
  unit: 'gkz' | 'im_number'
  variable: string
}

/** The name of a Kommune must be the one of the Kommune that answers. */
export interface NameCheck extends CheckBase {
  kind: 'name'
  variable: string
}

/** Every line of a list must be a Kommune, and none twice. */
interface GemeindenCheck extends CheckBase {
  kind: 'gemeinden'
  variable: string
}

/** A number must not have changed more since the last wave than its size makes plausible. */
export interface ChangeCheck extends CheckBase {
  kind: 'change'
  variable: string
  /** The label of the number. */
  item: string
  expected: number
  weight: number
  tolerance: number
}

/** A day or month must lie on one side of another. */
export interface BoundCheck extends CheckBase {
  kind: 'bound'
  variable: string
  type: VariableType
  relation: 'atMost' | 'atLeast'
  /** As it is kept, so that the order of texts is the one of time. */
  bound: string
}

export type Check =
  | RelationCheck
  | FlagCheck
  | OtherCheck
  | ChosenCheck
  | ExclusiveCheck
  | UnitCheck
  | NameCheck
  | GemeindenCheck
  | BoundCheck
  | ChangeCheck

/** A compiled questionnaire: everything that form, checks, print and export need, worked out once. */
export interface Instrument {
  id: string
  version: string
  /** SHA-256 of the resolved definition. */
  hash: string
  title: string
  source?: string
  unit: 'gemeinde' | 'integrationsmanager'
  stichtag?: string
  frist: string
  assumed: string[]
  introduction: string[]
  reasons: Option[]
  sections: Section[]
  questions: ReadonlyMap<string, Question>
  variables: Variable[]
  /** The variables in the order of their names, which is the one of canonical JSON. */
  byName: Variable[]
  variable: ReadonlyMap<string, Variable>
  /** What each variable is called where it stands alone, by its name. */
  labels: ReadonlyMap<string, VariableLabel>
  checks: Check[]
  /** The indicators whose figures stand beside fields. */
  indicators: readonly string[]
  /** The sums that are shown with a question, by its id. */
  sums: ReadonlyMap<string, readonly ShownSum[]>
}
