// Made from labels.schema.json by `npm run generate`.

export type Name = string
export type Text = string

/**
 * What variables of a survey are called where they stand alone, and their units. The printed form never shows it.
 */
export interface SurveyLabels {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  survey: string
  /**
   * What its whole numbers count, where a variable says nothing else: Personen.
   */
  counted?: string
  /**
   * Whom groups of numbers are about: the label of each item is put behind it.
   */
  populations?: Population[]
  /**
   * By name, what no rule says well.
   */
  variables?: {
    [k: string]: LabelledVariable
  }
}
export interface Population {
  /**
   * In the plural: Zielpersonen.
   */
  label: string
  /**
   * @minItems 1
   */
  questions: [Name, ...Name[]]
}
export interface LabelledVariable {
  label?: Text
  /**
   * A word: VZÄ.
   */
  unit?: string
}
