// Made from terms.schema.json by `npm run generate`.

export type Text = string

/**
 * What words of questionnaires mean. Each is explained at the first question of a section in whose texts it stands.
 */
export interface Glossary {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  /**
   * The surveys in which the words mean this.
   *
   * @minItems 1
   */
  surveys: [string, ...string[]]
  /**
   * In the order in which they are shown.
   *
   * @minItems 1
   */
  terms: [Term, ...Term[]]
}
export interface Term {
  /**
   * As it is shown: Duldung.
   */
  term: string
  /**
   * Every form in which it stands in a text, whole words: Verbund, Verbunds. Large and small letters are alike.
   *
   * @minItems 1
   */
  words: [Text, ...Text[]]
  /**
   * One sentence or two.
   */
  meaning: string
  /**
   * Where the law says so: § 60a AufenthG.
   */
  source?: string
}
