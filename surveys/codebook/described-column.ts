/**
 * What a column holds. A code is one of a known list, a key or something else of ours; a text was written by people. A
 * time is `YYYY-MM-DDTHH:MM:SSZ`, a day and a month are its beginning.
 */
export type ColumnType = 'integer' | 'decimal' | 'code' | 'text' | 'time' | 'day' | 'month'

/**
 * A reason why there is no value: what stands in the column beside it, and what statistics programs write instead of
 * it.
 */
interface MissingKind {
  code: string
  number: number
  stata: string
  label: string
}

/** What the cells of a column are. */
export interface ColumnForm {
  type: ColumnType
  /** Of a decimal: how many places it has at most; as many as it takes where nothing is said. */
  decimals?: number
  /** What its values mean, where they stand for something. */
  values?: readonly { code: string | number; label: string }[]
}

/** A column of a table that leaves, with what has to be known of it to read it. */
export interface DescribedColumn extends ColumnForm {
  name: string
  label: string
  /** What has to be known before it is used: how far waves can be compared, where a figure comes from. */
  notes?: readonly string[]
  /** Of a value that can be missing: the column that says why, and what it can say. */
  missing?: { column: string; reasons: readonly MissingKind[] }
  /** What the form prints beside it, where that is not the label. */
  printed?: string
  /** The printed number of its question; over several waves with the wave. */
  number?: string
  /** The question as it is asked, with what stands above its rows. */
  question?: string
  /** What the form says on how to answer. */
  instruction?: string
  /** What its numbers are, in a word. */
  unit?: string
  /** Who is asked, and when it does not apply. */
  population?: string
  /** The same in every wave that asks for the same thing. */
  concept?: string
  /** What a share is a part of. */
  base?: string
}

/** The column with the reasons, beside that of the value. */
export function describedReason(
  value: string,
  { column, reasons }: NonNullable<DescribedColumn['missing']>,
): DescribedColumn {
  return {
    name: column,
    label: `Warum ${value} fehlt`,
    type: 'code',
    values: reasons.map(({ code, label }) => ({ code, label })),
  }
}

/** The state of the data that a file is of, the same in every row. The last column of every table with answers. */
export const dataState = {
  name: 'datenstand',
  label: 'Datenstand: Nummer dessen, was sich zuletzt geändert hat',
  type: 'integer',
} as const satisfies DescribedColumn

/** What 1 and 0 mean in a column that says whether something is so. */
export const yesOrNo = [
  { code: 1, label: 'ja' },
  { code: 0, label: 'nein' },
]

/** Whether the rows are invented. Every table with answers has this column. */
export const synthetic = {
  name: 'synthetisch',
  label: '1: erfundene Angaben zum Ausprobieren',
  type: 'integer',
  values: [
    { code: 1, label: 'erfunden' },
    { code: 0, label: 'echt' },
  ],
} as const satisfies DescribedColumn
