// Made from indicators.schema.json by `npm run generate`.

/**
 * The variable's name in every export.
 */
export type IndicatorCode = string
/**
 * The heading of Anhang 1 under which it stands; weitere: not in Anhang 1.
 */
export type Group = 'kommunen' | 'rahmenbedingungen' | 'arbeit' | 'integration' | 'weitere'
/**
 * A year or a month.
 */
export type Time = string
export type Frequency = 'jaehrlich' | 'monatlich' | 'einmal' | 'zweimal'
/**
 * count: whole, from 0. balance: may be negative. amount: money, areas. share: percent from 0 to 100. rate: per something. month: a month as the number YYYYMM.
 */
export type Kind = 'count' | 'balance' | 'amount' | 'share' | 'rate' | 'month'
/**
 * How figures of merged units become one: added up, averaged with a weight, or not at all.
 */
export type TerritoryRule =
  | ('sum' | 'none')
  | {
      mean: IndicatorCode1
    }
/**
 * The variable's name in every export.
 */
export type IndicatorCode1 = string
/**
 * How the whole is made where files have only parts: variable code to the attributes that together are all and do not overlap; every: all that a file has of this variable, where there is no list to hold it against.
 */
export type WholeRule = Record<string, string[] | 'every'>
/**
 * The variable's name in every export.
 */
export type IndicatorCode2 = string

/**
 * A part of the catalogue: what is known of Kommunen, Kreise and persons beside the answers, and how it is found in official files.
 */
export interface Indicators {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  title: string
  /**
   * Figures that are imported from files.
   */
  indicators: Indicator[]
  /**
   * What the surveys themselves ask: listed so that the catalogue is complete, never imported.
   */
  surveyVariables?: SurveyVariable[]
}
export interface Indicator {
  code: IndicatorCode
  label: string
  /**
   * The variable's name as Anhang 1 prints it.
   */
  annex?: string
  group: Group
  /**
   * For what the evaluation collects it. Figures of other levels in the same files are kept as well.
   *
   * @minItems 1
   */
  levels: [
    'gemeinde' | 'kreis' | 'regierungsbezirk' | 'land' | 'bund',
    ...('gemeinde' | 'kreis' | 'regierungsbezirk' | 'land' | 'bund')[]
  ]
  observed: Observed
  frequency: Frequency
  kind: Kind
  unit: string
  /**
   * @minItems 1
   */
  sources: [string, ...string[]]
  dataset: string
  licence: string
  territory: TerritoryRule
  whole?: WholeRule
  base?: IndicatorCode2
  /**
   * How official files name it. Without it, a mapping file or the option --indikator says so.
   */
  found?: Match[]
  note?: string
}
export interface Observed {
  /**
   * As printed: 2017, 2018.
   */
  text: string
  from: Time
  to: Time
}
export interface Match {
  /**
   * Number of the statistic (12411), GV-ISys, or BA.
   */
  statistic: string
  /**
   * The code of the measure in flat files.
   */
  measure?: string
  /**
   * The measure as tables without codes name it.
   */
  labels?: string[]
  /**
   * Words that all occur in the title of the table.
   *
   * @minItems 1
   */
  words?: [string, ...string[]]
  /**
   * The units in which the file may give it; any where this is missing.
   */
  units?: string[]
  /**
   * Variable code to attribute code: the part of the figures that is meant.
   */
  where?: Record<string, string>
}
export interface SurveyVariable {
  code: IndicatorCode
  label: string
  annex: string
  group: Group
  level: 'gemeinde' | 'integrationsmanager'
  observed: Observed
  frequency: Frequency
  unit: string
  /**
   * @minItems 1
   */
  sources: [string, ...string[]]
  dataset: string
  licence: string
  /**
   * @minItems 1
   */
  questions: [Asked, ...Asked[]]
  note?: string
}
export interface Asked {
  survey: string
  /**
   * The questions' printed numbers; missing for a survey without a printed form.
   */
  numbers?: string[]
}
