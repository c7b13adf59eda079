import type {
  CheckDefinition,
  Option,
  Part,
  Question as QuestionDefinition,
  Severity,
} from '../schemas/questionnaire.ts'

/** What a variable holds. A flag is a ticked box: true or not ticked. */
export type VariableType = 'count' | 'text' | 'longtext' | 'gkz' | 'flag'

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
  contact: boolean
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

/** What stands on the right of a comparison: the sum of variables, or what the register knows. */
export type Right = { variables: string[] } | { register: 'einwohner' }

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
  kind: CheckDefinition['kind']
  left: string[]
  relation: 'equal' | 'atMost' | 'atLeast'
  right: Right
  /** The label of the item, where a check was written once for many. */
  item?: string
}

/** The flag 'not available' and a value in the same question. */
export interface FlagCheck extends CheckBase {
  kind: 'flag'
  flag: string
  values: string[]
}

/** 'Other' ticked and not named, or named and not ticked. */
export interface OtherCheck extends CheckBase {
  kind: 'other'
  option: string
  text: string
}

/** An exclusive option beside others. */
export interface ExclusiveCheck extends CheckBase {
  kind: 'exclusive'
  option: string
  others: string[]
}

/** The key of a Kommune must be the one that the access code was made for. */
export interface GkzCheck extends CheckBase {
  kind: 'gkz'
  variable: string
}

export type Check = RelationCheck | FlagCheck | OtherCheck | ExclusiveCheck | GkzCheck

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
  checks: Check[]
  /** The sums that are shown with a question, by its id. */
  sums: ReadonlyMap<string, readonly RelationCheck[]>
}
