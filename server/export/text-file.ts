import type { ExportFile } from './files.ts'
import type { Format } from './formats/format.ts'
import type { Table } from './table.ts'
import type { WrittenFile } from './write-table.ts'

/** A table that was written, with its file. */
export interface WrittenTable extends Omit<WrittenFile, 'rows'> {
  table: Table
  format: Format
}

/** A file that goes beside tables and is none; it may tell of their files. */
export interface TextFile<Text = string | ((written: readonly WrittenTable[]) => Promise<string>)> {
  file: ExportFile
  name: string
  mediaType: string
  text: Text
}
