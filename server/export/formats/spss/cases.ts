import type { DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import type { Cell, Row } from '../../table.ts'
import { widest, writtenAs } from './measure.ts'
import { secondsOf } from './moments.ts'
import { PackedCases } from './packed-cases.ts'
import { unitsOfText } from './segments.ts'
import type { Variable } from './variable.ts'

/** The rows as bytes. There must be as many as were counted, and none longer than what was measured. */
export async function* cases(
  columns: readonly DescribedColumn[],
  variables: readonly Variable[],
  count: number,
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Buffer> {
  const packed = new PackedCases()
  const writers = columns.map((column, place) => writerOf(packed, columns, column, variables[place] as Variable))
  let written = 0
  for await (const rows of batches) {
    for (const row of rows) {
      for (const [place, write] of writers.entries()) write(row[place] ?? null, row)
    }
    written += rows.length
    yield* packed.taken()
  }
  if (written !== count) throw new Error(`${count} rows were counted, ${written} came`)
  yield packed.rest()
}

type Writer = (cell: Cell, row: Row) => void

function writerOf(
  packed: PackedCases,
  columns: readonly DescribedColumn[],
  { name, type }: DescribedColumn,
  { width, missing }: Variable,
): Writer {
  const written = writtenAs[type]
  if (written === 'text') return textWriter(packed, name, width)
  const numberOf = written === 'number' ? Number : (cell: string | number) => secondsOf(type, cell) ?? Number.NaN
  const beside = columns.findIndex((column) => column.name === missing?.column)
  return (cell, row) => {
    if (cell !== null) return packed.number(numberOf(cell))
    const reason = row[beside] ?? null
    if (missing === undefined || reason === null) return packed.nothing()
    const number = missing.numbers.get(String(reason))
    if (number === undefined) throw new Error(`${name}: ${reason} is no reason of it`)
    packed.number(number)
  }
}

function textWriter(packed: PackedCases, name: string, width: number): Writer {
  const units = unitsOfText(width)
  return (cell) => {
    const length = cell === null ? 0 : scratch.write(String(cell))
    if (length > width) throw new Error(`${name}: a text of ${length} bytes, ${width} were measured`)
    for (const { start, stop } of units) {
      if (start < length) packed.bytes(scratch, start, Math.min(stop, length))
      else packed.blank()
    }
  }
}

/** One text at a time. */
const scratch = Buffer.alloc(widest + 1)
