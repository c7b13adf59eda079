// Made from concordance.schema.json by `npm run generate`.

export type SurveyId = string
export type Text = string
/**
 * changedBase: the question is asked of other persons, so that shares may differ for that reason alone.
 */
export type Status = 'same' | 'reworded' | 'changedBase' | 'new' | 'dropped'
export type QuestionId = string
export type Code = string
/**
 * @minItems 1
 */
export type Codes = [Code, ...Code[]]

/**
 * What continues what between the surveys of a panel, and with what caveat. Never concluded from equal names.
 */
export interface Concordance {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  id: SurveyId
  title: Text
  /**
   * From each survey of the panel to the next. Each step begins where the one before it ends.
   *
   * @minItems 1
   */
  steps: [Step, ...Step[]]
}
export interface Step {
  from: SurveyId
  to: SurveyId
  /**
   * Every question of both surveys, once.
   *
   * @minItems 1
   */
  concepts: [Concept, ...Concept[]]
}
/**
 * Questions that are continued in the same way, for the same reason.
 */
export interface Concept {
  status: Status
  /**
   * Ids in the later survey; of what is dropped, in the earlier one. A composite question is named without its parts.
   *
   * @minItems 1
   */
  questions: [QuestionId, ...QuestionId[]]
  /**
   * The id in the earlier survey, where it was another one. Then `questions` names one question.
   */
  before?: string
  /**
   * The survey that asked last, where the one before this step did not: what is said holds from that one to the later.
   */
  from?: string
  /**
   * Items of a group that count other persons than under the same code before: they are compared with nothing.
   *
   * @minItems 1
   */
  recounted?: [Code, ...Code[]]
  codes?: CodeMap
  /**
   * What was different though the definitions read alike, as something enclosed: Länderliste.
   */
  beside?: string
  /**
   * The reason in one or two German sentences, as it is told to those who read results.
   */
  why: string
}
/**
 * Of one question with a choice whose answers are not the same: which of them mean the same.
 */
export interface CodeMap {
  /**
   * @minItems 1
   */
  categories: [CommonCategory, ...CommonCategory[]]
  undecided?: Undecided
}
export interface CommonCategory {
  code: Code
  label: Text
  before: Codes
  after: Codes
}
/**
 * Answers of which the other survey does not say which they would be: they are compared with nothing.
 */
export interface Undecided {
  before?: Codes
  after?: Codes
}
