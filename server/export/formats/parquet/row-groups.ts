import type { Cell, Row } from '../../table.ts'
import type { ParquetColumn } from './columns.ts'

/** How much is kept before it is written: it must fit into memory, and a file of small groups is large and slow to read. */
const mostCells = 1_000_000
const mostCharacters = 2 ** 24

/** Rows as columns, a group of them at a time. */
export async function* rowGroups(
  columns: readonly ParquetColumn[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Cell[][]> {
  const mostRows = Math.ceil(mostCells / columns.length)
  const begin = () => columns.map((): Cell[] => [])
  let group = begin()
  let rows = 0
  let characters = 0
  for await (const some of batches) {
    for (const row of some) {
      for (const [place, { keep }] of columns.entries()) {
        const kept = keep(row[place] ?? null)
        if (typeof kept === 'string') characters += kept.length
        group[place]?.push(kept)
      }
      rows += 1
      if (rows < mostRows && characters < mostCharacters) continue
      yield group
      group = begin()
      rows = 0
      characters = 0
    }
  }
  if (rows > 0) yield group
}
