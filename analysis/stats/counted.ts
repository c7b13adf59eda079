import { assertCounts } from './given.ts'
import { sum } from './sum.ts'

/** A table of counts without the rows and columns that nobody is in, and its margins. */
export interface Counted {
  rows: number[][]
  rowTotals: number[]
  columnTotals: number[]
  total: number
}

/**
 * Margins of a table, after empty rows and columns are left out: they expect nobody and so tell nothing.
 *
 *   nᵢ₊ = Σⱼ nᵢⱼ,  n₊ⱼ = Σᵢ nᵢⱼ,  n = Σᵢⱼ nᵢⱼ
 *
 * Assumes counts of at least 0 in rows of the same length.
 * @example counted([[1, 0, 2], [3, 0, 4]]).columnTotals // [4, 6]
 */
export function counted(table: readonly (readonly number[])[]): Counted {
  const width = table[0]?.length ?? 0
  for (const [index, row] of table.entries()) {
    if (row.length !== width) throw new RangeError(`table[${index}] has ${row.length} columns instead of ${width}`)
    assertCounts(row, `table[${index}]`)
  }
  const filled = table.filter((row) => sum(row) > 0)
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    filled.some((row) => (row[column] as number) > 0),
  )
  const rows = filled.map((row) => columns.map((column) => row[column] as number))
  const rowTotals = rows.map(sum)
  return {
    rows,
    rowTotals,
    columnTotals: columns.map((_, column) => sum(rows.map((row) => row[column] as number))),
    total: sum(rowTotals),
  }
}
