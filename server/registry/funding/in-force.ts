import { dayBefore } from '../../../surveys/reading/dates.ts'
import type { Faults, Validity } from '../validity.ts'

export const isInForce = ({ valid_from, valid_to }: Validity, day: string): boolean =>
  valid_from <= day && (valid_to ?? day) >= day

/** What holds on a day. */
export const inForce = <Row extends Validity>(rows: readonly Row[], day: string): Row | undefined =>
  rows.find((row) => isInForce(row, day))

/** A row of the registry that holds at the same time as one of a file, and that the file does not end by following it. */
export const clashOf = <Row extends Validity>(
  rows: readonly Row[],
  { valid_from, valid_to }: Validity,
): Row | undefined =>
  rows.find(
    (row) =>
      row.valid_from !== valid_from &&
      (row.valid_from < valid_from
        ? row.valid_to !== null && row.valid_to >= valid_from
        : valid_to !== null && row.valid_from <= valid_to),
  )

/** Until when rows of one key hold without a gap from a day on; undefined where none holds then, null where they have no end. */
export function heldUntil(rows: readonly Validity[], day: string): string | null | undefined {
  let until: string | null | undefined
  for (const { valid_from, valid_to } of rows.toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1))) {
    const continues =
      until === undefined ? valid_from <= day && (valid_to ?? day) >= day : dayBefore(valid_from) === until
    if (!continues) continue
    until = valid_to
    if (until === null) return null
  }
  return until
}

/** What is wrong where something of a file holds while `what` does not. */
export function coverFaults(rows: readonly Validity[], row: Validity, column: string, what: string): Faults {
  const until = heldUntil(rows, row.valid_from)
  if (until === undefined) return [[column, `${what} steht am ${row.valid_from} nicht im Verzeichnis.`]]
  if (until === null || (row.valid_to !== null && row.valid_to <= until)) return []
  return [
    [
      'gueltig_bis',
      `${what} steht nur bis ${until} im Verzeichnis. Bitte nennen Sie in gueltig_bis diesen Tag oder einen früheren.`,
    ],
  ]
}

/** What the registry will hold once rows of a file are in it: those that they restate are theirs, and each ends before the next. */
export function merged<Row extends Validity>(
  known: readonly Row[],
  given: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const restated = new Set(given.map((row) => `${keyOf(row)} ${row.valid_from}`))
  const kept = known.filter((row) => !restated.has(`${keyOf(row)} ${row.valid_from}`))
  const inOrder = [...kept, ...given].toSorted(
    (a, b) => compare(keyOf(a), keyOf(b)) || compare(a.valid_from, b.valid_from),
  )
  return inOrder.map((row, index) => {
    const next = inOrder[index + 1]
    const isFollowed = next !== undefined && keyOf(next) === keyOf(row)
    return { ...row, valid_to: row.valid_to ?? (isFollowed ? dayBefore(next.valid_from) : null) }
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
