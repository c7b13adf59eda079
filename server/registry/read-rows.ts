import { type Columns, type NumberedRow, namedRows, readTable, type TableProblem } from './read-table.ts'
import { endedByNext, overlaps, type Placed } from './succession.ts'
import { type Faults, type Validity, validityFaults } from './validity.ts'

/** How one kind of row is read. */
interface RowKind<Row> {
  columns: Columns
  /** The column that an overlap is told of, and, unless `keyOf` says otherwise, what rows that follow each other have in common. */
  key: string
  keyOf?(cells: Record<string, string>): string
  /** What is the same, written otherwise. */
  tidy?(cells: Record<string, string>): Record<string, string>
  faultsOf(cells: Record<string, string>): Faults
  toRow(cells: Record<string, string>): Row
}

export interface Read<Row> {
  rows: Row[]
  problems: TableProblem[]
}

/** Text, or the rows of a sheet → rows and all that is wrong with them; what is wrong is not among the rows. */
export function readRows<Row extends Validity>(
  content: string | readonly NumberedRow[],
  file: string,
  kind: RowKind<Row>,
): Read<Row> {
  const { rows, problems } = readPlaced(content, file, kind)
  return { rows: endedByNext(rows), problems }
}

/** The same, each row with its line, and not yet ended by the next one. */
export function readPlaced<Row extends Validity>(
  content: string | readonly NumberedRow[],
  file: string,
  kind: RowKind<Row>,
): Read<Placed<Row>> {
  const table =
    typeof content === 'string' ? readTable(content, file, kind.columns) : namedRows(content, file, kind.columns)
  const problems = [...table.problems]
  const sound: Placed<Row>[] = []
  for (const { line, cells: written } of table.rows) {
    const cells = kind.tidy?.(written) ?? written
    const faults = [...kind.faultsOf(cells), ...validityFaults(cells)]
    problems.push(...faults.map(([column, sentence]) => ({ file, line, column, sentence })))
    if (faults.length > 0) continue
    const row = kind.toRow(cells)
    sound.push({ line, key: kind.keyOf?.(cells) ?? cells[kind.key] ?? '', row })
  }
  for (const { before, after } of overlaps(sound)) {
    const sentence = `${after.key} steht für dieselbe Zeit schon in Zeile ${before.line}.`
    problems.push({ file, line: after.line, column: kind.key, sentence })
  }
  return { rows: sound, problems: problems.sort((a, b) => a.line - b.line) }
}
