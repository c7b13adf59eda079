// Made from way-up.schema.json by `npm run generate`.

export type Text = string
export type Name = string

/**
 * How figures of a year go up: over which levels, by when, added in which way, and in which order they are handed over.
 */
export interface WayUp {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  id: string
  title: Text
  /**
   * Where the way is written down.
   */
  source: string
  /**
   * What that does not say and this file assumes.
   */
  assumed?: Text[]
  /**
   * From the bottom up; the last one only receives.
   *
   * @minItems 3
   */
  levels: [Level, Level, Level, ...Level[]]
  /**
   * From the earliest year on; each holds until the next.
   *
   * @minItems 1
   */
  deadlines: [Deadline, ...Deadline[]]
  /**
   * @minItems 1
   */
  figures: [RolledFigure, ...RolledFigure[]]
  /**
   * The figures of the file that is handed over, in its order.
   *
   * @minItems 1
   */
  handOver: [Name, ...Name[]]
  /**
   * What a missing hand-over may cost. Said before the deadline, whose day follows.
   */
  warning: string
}
export interface Level {
  id: Name
  one: Text
  many: Text
  /**
   * Who stands at this level. The one that only receives has none.
   */
  unit?: 'gemeinde' | 'integrationsmanager' | 'zuwendungsempfaenger' | 'verbund' | 'kreis'
  /**
   * The survey whose answers are the own figures of this level.
   */
  survey?: string
  /**
   * The first year whose figures go over this level. Where nothing is said: all.
   */
  since?: number
  /**
   * One of this level may belong to several of the next.
   */
  severalAbove?: true
}
export interface Deadline {
  /**
   * The first year whose figures are meant.
   */
  since: number
  /**
   * Who hands over.
   */
  level: string
  /**
   * The last day, in the year after that of the figures.
   */
  day: string
}
export interface RolledFigure {
  level: Name
  variable: Name
  /**
   * Added up; added up, where who belongs to several of the next level counts once above it; or not additive, so that it stays where it is.
   */
  up: 'sum' | 'once' | 'stays'
  /**
   * What a reader of the sum must know, or why there is none.
   */
  why?: string
  /**
   * From when on a change since the year before is shown, as in the checks of surveys.
   */
  change?: {
    weight: number
    tolerance: number
  }
}
