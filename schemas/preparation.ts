// Made from preparation.schema.json by `npm run generate`.

export type Text = string
/**
 * Paragraphs.
 */
export type Texts = Text[]
/**
 * What to have at hand, each a line.
 */
export type Texts1 = Text[]
/**
 * How long it takes, beside what the operator says of it. Paragraphs.
 */
export type Texts2 = Text[]
export type Name = string

/**
 * Whom one has to ask before one can answer a survey, and what to have at hand. Texts may have the gaps {stichtag}, {frist} and {F:question}.
 */
export interface SurveyPreparation {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  survey: string
  introduction: Texts
  atHand: Texts1
  time: Texts2
  /**
   * The offices and papers from which answers come, in the order in which to ask them.
   */
  sources: Source[]
  /**
   * Questions that whoever answers knows or guesses without asking anybody.
   */
  own: Name[]
}
export interface Source {
  /**
   * Ausländerbehörde.
   */
  name: string
  /**
   * Where it usually is. What differs between places says so: meist, in vielen Kommunen.
   */
  where?: string
  /**
   * What to say when asking, and who else may know.
   */
  hint?: string
  /**
   * The day or time that the answers are for.
   */
  asOf: string
  /**
   * @minItems 1
   */
  questions: [Name, ...Name[]]
}
