// Made from regions.schema.json by `npm run generate`.

export type Code = string
export type Sentence = string

/**
 * Which item of a question each state counts for, where a question puts states together.
 */
export interface RegionsDefinition {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  id: Code
  title: Sentence
  /**
   * The day of its last change.
   */
  edition: string
  source: Sentence
  /**
   * What holds for all of it and no source says.
   */
  assumed: Sentence[]
  /**
   * @minItems 1
   */
  questions: [AskedIn, ...AskedIn[]]
  /**
   * @minItems 1
   */
  states: [State, ...State[]]
}
/**
 * A question whose items the regions are.
 */
export interface AskedIn {
  survey: string
  question: Code
}
export interface State {
  /**
   * Its key in the official list of states.
   */
  key: string
  name: Sentence
  /**
   * The code of the item; `unbekannt` is the one for persons without information.
   */
  region: string
  /**
   * Other names under which it is looked for: former, short and common ones.
   *
   * @minItems 1
   */
  also?: [Sentence, ...Sentence[]]
  /**
   * Why it could as well count elsewhere.
   */
  assumed?: string
}
