// Made from mapping.schema.json by `npm run generate`.

/**
 * The keys; a name may follow in the same cell.
 */
export type Column = string | number
/**
 * The name in the header line, or the place counted from 1.
 */
export type Column1 = string | number
/**
 * The name in the header line, or the place counted from 1.
 */
export type Column2 = string | number

/**
 * How to read a table that no reader recognises: where its keys, times and figures stand, and what they are.
 */
export interface Mapping {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  title?: string
  /**
   * Who published the figures.
   */
  source: string
  /**
   * What may be done with them.
   */
  licence: string
  /**
   * XLSX: the name of the sheet, or how it begins; otherwise the first.
   */
  sheet?: string
  /**
   * The line of the column names, counted from 1; line 1 where it is missing.
   */
  header?: number
  /**
   * The decimal sign of CSV files; a comma where it is missing.
   */
  decimal?: ',' | '.'
  region: {
    column: Column
    name?: Column1
  }
  /**
   * Where this is missing, the option --zeit says for what time the figures hold.
   */
  period?: {
    column?: Column1
    /**
     * The same for the whole file: 2018, 2018-12, 31.12.2018.
     */
    value?: string
    /**
     * Every column headed by a time holds the figures of that time.
     */
    headings?: true
  }
  /**
   * @minItems 1
   */
  values: [Value, ...Value[]]
  /**
   * Columns that say what part of the whole a row is.
   */
  breakdowns?: BreakdownColumn[]
  /**
   * Only rows that have this text in this column are read; the others are counted.
   */
  where?: Record<string, string>
  /**
   * What other texts than the usual symbols mean.
   */
  missing?: Record<string, 'nichts' | 'unbekannt_oder_geheim' | 'geheim' | 'folgt' | 'unsicher' | 'gesperrt' | 'leer'>
  /**
   * How the first cell of the line after the table begins.
   */
  end?: string
}
export interface Value {
  column?: Column2
  indicator: string
  /**
   * Variable to attribute: the part of the whole in this column.
   */
  breakdown?: Record<string, string>
  /**
   * By what to multiply: 1000 for a column in thousands.
   */
  factor?: number
}
export interface BreakdownColumn {
  column: Column1
  /**
   * GES, NAT, or a name of one's own.
   */
  variable: string
  /**
   * Text in the column to attribute code; other texts are their own code.
   */
  codes?: Record<string, string>
  /**
   * Texts that mean the whole; Insgesamt where this is missing.
   */
  total?: string[]
}
