// Made from annex.schema.json by `npm run generate`.

export type Sentence = string
/**
 * What the answers of whoever wrote it must be, all of it, as in a survey's checks. Missing where a table says who belongs to it.
 *
 * @minItems 1
 */
export type Conditions = [Condition, ...Condition[]]
export type Condition = ChosenAny | ChosenNone | ChosenAll | NumbersCompared | KnownCompared | IsBlank | IsAnswered
/**
 * A question that asks for several options, or a variable that holds one: what is chosen now, or what was in the last wave.
 */
export type Chosen = string | LastChoice
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

/**
 * What an annex of comments looks like: its chapters in their order, what each is made of, and by which answers its comments are put into groups.
 */
export interface AnnexPlan {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  /**
   * The survey whose questions the chapters name. Missing where texts are from elsewhere: then questions and groups are those that a table names.
   */
  survey?: string
  title: Sentence
  introduction?: Sentence[]
  /**
   * How excerpts were chosen, for the note on the method.
   */
  chosen: string
  /**
   * @minItems 1
   */
  chapters: [ChapterPlan, ...ChapterPlan[]]
}
export interface ChapterPlan {
  title: Sentence
  /**
   * Questions with all that people wrote to them, or single variables that hold texts. Without a survey: what stands in the table.
   *
   * @minItems 1
   */
  questions: [Sentence, ...Sentence[]]
  /**
   * A text belongs to the first group that fits. Those in none are counted.
   *
   * @minItems 2
   */
  groups?: [GroupPlan, GroupPlan, ...GroupPlan[]]
}
export interface GroupPlan {
  title: Sentence
  if?: Conditions
}
/**
 * One of the options is chosen: of a question that asks for several, or of a variable that holds one.
 */
export interface ChosenAny {
  chosen: Chosen
  /**
   * @minItems 1
   */
  any: [string, ...string[]]
}
/**
 * What was chosen in the last wave, by the name and the codes that it has in this one.
 */
export interface LastChoice {
  /**
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  last: string
}
/**
 * None of the options is chosen, though the question was answered.
 */
export interface ChosenNone {
  chosen: Chosen
  /**
   * @minItems 1
   */
  none: [string, ...string[]]
}
/**
 * All of the options are chosen.
 */
export interface ChosenAll {
  chosen: Chosen
  /**
   * @minItems 1
   */
  all: [string, ...string[]]
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
  /**
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  question: string
  only?: 'items' | 'unknown'
}
/**
 * One number.
 */
export interface VariableReference {
  /**
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  variable: string
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
  /**
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  last: string
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
  /**
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  blank: string
}
/**
 * Something stands in a question or variable.
 */
export interface IsAnswered {
  /**
   * Part of a variable's name. Whole names have at most 32 characters.
   */
  answered: string
}
