import type { Writable } from 'node:stream'
import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'
import type { CsvDialect } from './csv/dialect.ts'
import type { ExportFile } from './files.ts'
import type { Origin } from './origin.ts'

/** Null where there is no value; the column beside it says why. A text otherwise, unless its column holds numbers. */
export type Cell = string | number | null

/** In the order of the columns. */
export type Row = readonly Cell[]

/** A table with its description: this is what leaves, whatever the format of the file. */
export interface Table {
  file: ExportFile
  /** What its file is called, without the ending. */
  name: string
  columns: readonly DescribedColumn[]
  rows: Rows
  origin: Origin
}

/** The rows, in one of two ways. Either can be gone twice: the state of the data is fixed, so the rows are the same. */
export interface Rows {
  /** Typed, some at a time: for formats that know types. */
  typed(): AsyncIterable<readonly Row[]>
  /**
   * As text, for formats that are text: where the rows are in the database, it writes the CSV itself, several times as
   * fast. Ends the stream; says how many rows there were.
   */
  writeCsv(dialect: CsvDialect, out: Writable): Promise<number>
}
