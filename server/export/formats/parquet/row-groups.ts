import type { Cell, Row } from '../../table.ts'
import type { ParquetColumn } from './columns.ts'

/** How much is kept before it is written: it must fit into memory, and a file of small groups is large and slow to read. */
const mostCells = 1_000_000
const mostCharacters = 2 ** 24

/** Rows as columns, a group of them at a time. The arrays are filled anew for the next: what is taken has to be taken before. */
export async function* rowGroups(
  columns: readonly ParquetColumn[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Cell[][]> {
  const mostRows = Math.ceil(mostCells / columns.length)
  const group = columns.map((): Cell[] => [])
  let rows = 0
  let characters = 0
  const whole = () => {
    for (const cells of group) cells.length = rows
    rows = 0
    characters = 0
    return group
  }
  for await (const some of batches) {
    for (const row of some) {
      for (const [place, { keep }] of columns.entries()) {
        const kept = keep(row[place] ?? null)
        if (typeof kept === 'string') characters += kept.length
        const cells = group[place]
        if (cells !== undefined) cells[rows] = kept
      }
      rows += 1
      if (rows >= mostRows || characters >= mostCharacters) yield whole()
    }
  }
  if (rows > 0) yield whole()
}
