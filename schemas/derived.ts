// Made from derived.schema.json by `npm run generate`.

export type Text = string
export type DerivedVariable = DerivedShare | DerivedSum | DerivedChange
export type Name = string
/**
 * @minItems 1
 */
export type Terms = [Term, ...Term[]]
/**
 * A variable, or all items of a question: those for persons of whom nothing is known and the exclusive options do not count.
 */
export type Term =
  | {
      variable: Name
      /**
       * It is taken off.
       */
      minus?: true
    }
  | {
      question: Name
      /**
       * It is taken off.
       */
      minus?: true
    }
/**
 * Who may belong to the parts. They are counted as far as the base has room: an upper bound.
 *
 * @minItems 1
 */
export type Terms1 = [Term, ...Term[]]
/**
 * What those who read the figure have to know, in German sentences.
 */
export type Note = string

/**
 * Variables that are computed from the answers of one unit in one wave. They are compared, exported and documented like questions.
 */
export interface DerivedVariables {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  title: Text
  /**
   * @minItems 1
   */
  variables: [DerivedVariable, ...DerivedVariable[]]
}
/**
 * 100 · parts / base, in percent. The base counts those of whom the characteristic is known.
 */
export interface DerivedShare {
  name: Name
  label: Text
  kind: 'share'
  parts: Terms
  possible?: Terms1
  base: Terms
  /**
   * Who is counted in the base, in words.
   */
  baseLabel: string
  note?: Note
}
/**
 * The parts added up.
 */
export interface DerivedSum {
  name: Name
  label: Text
  kind: 'sum'
  parts: Terms
  note?: Note
}
/**
 * What was added less what was taken away, within one wave.
 */
export interface DerivedChange {
  name: Name
  label: Text
  kind: 'change'
  parts: Terms
  note?: Note
}
