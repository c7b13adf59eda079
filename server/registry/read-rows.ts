import { type Columns, readTable, type TableProblem } from './read-table.ts'
import { endedByNext, overlaps, type Placed } from './succession.ts'
import { type Faults, type Validity, validityFaults } from './validity.ts'

/** How one kind of row is read. */
interface RowKind<Row> {
  columns: Columns
  key: string
  faultsOf(cells: Record<string, string>): Faults
  toRow(cells: Record<string, string>): Row
}

export interface Read<Row> {
  rows: Row[]
  problems: TableProblem[]
}

/** Text → rows and all that is wrong with it; what is wrong is not among the rows. */
export function readRows<Row extends Validity>(text: string, file: string, kind: RowKind<Row>): Read<Row> {
  const table = readTable(text, file, kind.columns)
  const problems = [...table.problems]
  const sound: Placed<Row>[] = []
  for (const { line, cells } of table.rows) {
    const faults = [...kind.faultsOf(cells), ...validityFaults(cells)]
    problems.push(...faults.map(([column, sentence]) => ({ file, line, column, sentence })))
    if (faults.length === 0) sound.push({ line, key: cells[kind.key] ?? '', row: kind.toRow(cells) })
  }
  for (const { before, after } of overlaps(sound)) {
    const sentence = `${after.key} steht für dieselbe Zeit schon in Zeile ${before.line}.`
    problems.push({ file, line: after.line, column: kind.key, sentence })
  }
  return { rows: endedByNext(sound), problems: problems.sort((a, b) => a.line - b.line) }
}
