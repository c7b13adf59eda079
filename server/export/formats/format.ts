import type { Writable } from 'node:stream'
import type { Table } from '../table.ts'

/** A format of files. To add one, write `formats/<format>.ts` and name it in `index.ts`. */
export interface Format {
  /** As `--format` takes it. */
  name: string
  /** What it is and whom it is for: a line of the help and of the page. */
  label: string
  /** With the dot. */
  ending: string
  mediaType: string
  /** What of a table and its description gets lost in it, in words for the help. */
  cannotCarry: readonly string[]
  /**
   * Writes a table with its description, ends the stream and says how many rows there were. Libraries that only this
   * format needs are imported here, so that others need not wait for them.
   */
  write(table: Table, out: Writable): Promise<number>
  /** What goes beside the tables into a file of its own, where they cannot carry their description. */
  beside?: { file: 'beschreibung' | 'leseskript'; ending: string; text(tables: readonly Table[]): string }
}
