// Made from counting.schema.json by `npm run generate`.

export type Name = string
export type Text = string
/**
 * What else it is usually called, most certain first.
 */
export type Texts = Text[]
/**
 * What else it is usually called.
 */
export type Texts1 = Text[]
/**
 * What else people and programs write for it.
 */
export type Texts2 = Text[]
/**
 * Words for: nobody knows. A blank cell and the usual ones say so without being named.
 */
export type Texts3 = Text[]
export type Texts4 = Text[]

/**
 * How the answers of surveys are counted from a list that has a row for each person: which column says what, and which answers each value counts for.
 */
export interface CountingDefinition {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  id: Name
  /**
   * What the list is: Liste der Integrationspläne.
   */
  title: string
  /**
   * The surveys whose answers are counted from it. What one of them does not ask is left out there.
   *
   * @minItems 1
   */
  surveys: [string, ...string[]]
  /**
   * The variable that says how many persons there are.
   */
  persons: string
  key: Heading
  begin: Heading1
  end: Heading2
  /**
   * @minItems 1
   */
  columns: [CountedColumn, ...CountedColumn[]]
  /**
   * Columns of the template that nothing is counted from.
   */
  further: FurtherColumn[]
}
/**
 * The column that tells persons apart.
 */
export interface Heading {
  /**
   * What it is called in the template.
   */
  column: string
  headings: Texts
  /**
   * What to fill in, in the template.
   */
  hint: string
}
/**
 * The column of a day: whoever begins after the Stichtag is not counted.
 */
export interface Heading1 {
  /**
   * What it is called in the template.
   */
  column: string
  headings: Texts
  /**
   * What to fill in, in the template.
   */
  hint: string
}
/**
 * The column of a day: whoever ended before the Stichtag is not counted.
 */
export interface Heading2 {
  /**
   * What it is called in the template.
   */
  column: string
  headings: Texts
  /**
   * What to fill in, in the template.
   */
  hint: string
}
export interface CountedColumn {
  id: Name
  /**
   * The question that it answers. Several columns may answer one.
   */
  question: string
  /**
   * What it is called in the template.
   */
  column: string
  headings: Texts1
  /**
   * What to fill in, in the template.
   */
  hint: string
  /**
   * Words and numbers; a day of birth or an age; a state or nationality, which counts for its region.
   */
  reads: 'words' | 'age' | 'states'
  /**
   * What may stand there. States have none: they are those of surveys/regions.
   */
  values?: Value[]
  unknown?: Texts3
  /**
   * Further words for states, such as nationalities.
   */
  states?: StateWords[]
  unless?: Unless
}
export interface Value {
  /**
   * What it is called, in the template as well. `ja` and `nein` bring along what people write for them.
   */
  label: string
  /**
   * The variables that a person with this value is counted in; none where it is no part of what is asked.
   */
  counts: Name[]
  words: Texts2
  /**
   * The survey should have a field for it and has none: whoever has it is told of as one who could not be placed.
   */
  noField?: true
  /**
   * Numbers from this on.
   */
  from?: number
  /**
   * Up to this one, which belongs to it.
   */
  to?: number
}
export interface StateWords {
  key: string
  words: Texts4
}
/**
 * Where another column says this, the question does not arise: a blank cell counts nowhere.
 */
export interface Unless {
  column: Name
  value: Text
}
export interface FurtherColumn {
  column: Text
  hint: Text
}
