import type { DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { stataNames } from './names.ts'
import { type Reading, readingOf } from './readings.ts'

/** A column, how it is called in the file, and how its cells become numbers. */
export interface ReadColumn {
  column: DescribedColumn
  name: string
  reading: Reading | undefined
  /** Where the column with the reasons for its missing values is. */
  reasonPlace: number | undefined
}

export function readColumns(columns: readonly DescribedColumn[]): ReadColumn[] {
  const names = stataNames(columns.map(({ name }) => name))
  const places = new Map(columns.map(({ name }, place) => [name, place]))
  const reasons = new Map(columns.flatMap(({ missing }) => (missing ? [[missing.column, missing.reasons]] : [])))
  return columns.map((column, place) => ({
    column,
    name: names[place] ?? column.name,
    reading: readingOf(column, reasons.get(column.name)),
    reasonPlace: column.missing && places.get(column.missing.column),
  }))
}
