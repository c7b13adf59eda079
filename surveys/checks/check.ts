import type { RegisterFigure, Severity } from '../../schemas/questionnaire.ts'
import type { VariableType } from '../types/index.ts'

interface CheckBase {
  id: string
  severity: Severity
  /** The ids of the questions concerned, the one where the finding is shown first. */
  questions: string[]
  /** The sentence, with gaps for the numbers. */
  message: string
}

/** What adds up, each as often as its factor says: below 0 it is taken away. */
export type Term = { factor: number } & (
  | { variables: string[] }
  | { last: string }
  | { register: RegisterFigure }
  | { value: number }
)

/** What stands on the right of a comparison: the sum of variables, what the register knows, a number, or several of these. */
export type Right = { variables: string[] } | { register: RegisterFigure } | { value: number } | { terms: Term[] }

/** Sums of numbers that must stand in a relation. */
interface Relation extends CheckBase {
  left: string[]
  relation: 'equal' | 'atMost' | 'atLeast'
  right: Right
  /** How far apart two numbers may be that count as equal: people round shares. */
  tolerance?: number
  /** The same as a share of the right one, if that is more. */
  toleranceShare?: number
  /** Once one number is given, the blanks beside it count as 0. */
  blankIsZero?: true
  /** The label of the item, where a check was written once for many. */
  item?: string
}

/** Parts against their total. */
export interface SumCheck extends Relation {
  kind: 'sum'
  right: { variables: string[] } | { value: number }
}

/** A number, or the sum of some, against another one. */
export interface CompareCheck extends Relation {
  kind: 'compare'
}

/** An item of one question against that of another. */
export interface WithinCheck extends Relation {
  kind: 'within'
}

export type RelationCheck = SumCheck | CompareCheck | WithinCheck

/** The flag 'not available' and a value in the same question. */
export interface FlagCheck extends CheckBase {
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
  /** A number that is 0 chooses nothing, and neither has nor needs a name. */
  zeroIsNone?: true
  text: string
}

/** Too many options of a list, or fewer than asked for. */
export interface ChosenCheck extends CheckBase {
  kind: 'chosen'
  options: string[]
  relation: 'atMost' | 'atLeast'
  count: number
}

/** An exclusive option beside others. */
export interface ExclusiveCheck extends CheckBase {
  kind: 'exclusive'
  option: string
  others: string[]
}

/** The key of a Kommune or the number of a person must be the one that the access code was made for. */
export interface UnitCheck extends CheckBase {
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
export interface GemeindenCheck extends CheckBase {
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

/** Options that are chosen, or not; of a list each is a variable, else one variable holds the code. */
export interface Options {
  how: 'any' | 'none' | 'all'
  /** Those of a list that count; or the variable alone. */
  wanted: string[]
  /** The codes that count where one variable holds them. */
  codes?: string[]
}

interface ChosenCondition extends Options {
  of: 'chosen'
  /** All options of a list, or the variable alone. */
  fields: string[]
}

/** The same in the last wave: it looks at no field of this one. */
interface LastChosenCondition extends Options {
  of: 'lastChosen'
  /** All options of a list, or the variable alone, by the names that they have now. */
  options: string[]
}

/** Numbers that stand in a relation. `not` turns it around: more than is not at most. */
interface NumbersCondition {
  of: 'numbers'
  left: string[]
  relation: Relation['relation']
  not: boolean
  right: Right
}

/** Nothing stands in some fields, or something does. */
interface BlankCondition {
  of: 'blank' | 'answered'
  fields: string[]
}

export type Condition = ChosenCondition | LastChosenCondition | NumbersCondition | BlankCondition

/** If all of some conditions are met, another one is. */
export interface ImpliesCheck extends CheckBase {
  kind: 'implies'
  if: Condition[]
  then: Condition
  /** The fields that it looks at, those to go to first. */
  fields: string[]
}

/** A text has the form of a mail address, or names a month. */
export interface FormatCheck extends CheckBase {
  kind: 'format'
  variable: string
  format: 'mail' | 'month'
}

/** Every Kommune of a list belongs to the Antragsverbund of whoever answers. */
export interface AreaCheck extends CheckBase {
  kind: 'area'
  variable: string
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
  | ImpliesCheck
  | FormatCheck
  | AreaCheck

/** Numbers that are, together, at most another one. */
export interface Limit {
  members: readonly string[]
  total: string
}

/** By each of the numbers that are limited. */
export type Limits = ReadonlyMap<string, readonly Limit[]>
