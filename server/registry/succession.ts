import { dayBefore } from '../../surveys/reading/dates.ts'
import type { Validity } from './validity.ts'

/** A row of the registry with the line it stands in. */
export interface Placed<Row> {
  line: number
  key: string
  row: Row
}

/** A row with the one of the same key that comes before it in time. */
interface Pair<Row> {
  before: Placed<Row>
  after: Placed<Row>
}

/** Rows of one key may follow each other, but not hold on the same day. */
export function overlaps<Row extends Validity>(rows: Placed<Row>[]): Pair<Row>[] {
  return pairs(rows).filter(
    ({ before: { row: first }, after: { row: second } }) =>
      first.valid_from === second.valid_from || (first.valid_to !== null && first.valid_to >= second.valid_from),
  )
}

/** A row without an end ends the day before the next one of its key begins. */
export function endedByNext<Row extends Validity>(rows: Placed<Row>[]): Row[] {
  const ends = new Map(pairs(rows).map(({ before, after }) => [before.row, dayBefore(after.row.valid_from)]))
  return rows.map(({ row }) => ({ ...row, valid_to: row.valid_to ?? ends.get(row) ?? null }))
}

function pairs<Row extends Validity>(rows: Placed<Row>[]): Pair<Row>[] {
  const inOrder = rows.toSorted(
    (a, b) => compare(a.key, b.key) || compare(a.row.valid_from, b.row.valid_from) || a.line - b.line,
  )
  return inOrder.flatMap((after, index) => {
    const before = inOrder[index - 1]
    return before?.key === after.key ? [{ before, after }] : []
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
