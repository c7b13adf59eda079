import type { SchemaElement } from 'hyparquet-writer'
import type { ColumnType, DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { InputError } from '../../../errors/input-error.ts'
import type { Cell } from '../../table.ts'
import { exactNumber } from '../exact-number.ts'
import { countHalves, withoutHalves } from '../half-characters.ts'
import { dayLength, millisecondsOf } from '../moments.ts'

/** A column of a file, and how its cells are kept until their group is written. */
export interface ParquetColumn {
  element: SchemaElement
  keep(cell: Cell): Cell
  /** Half characters that UTF-8 cannot hold, of all cells that were kept. */
  replaced: number
}

/**
 * The type of a column follows from its description alone, never from what it holds: files of several waves or states lie
 * on each other.
 */
const elements: Record<ColumnType, Omit<SchemaElement, 'name'>> = {
  integer: { type: 'INT64' },
  decimal: { type: 'DOUBLE' },
  code: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  time: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  month: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
}

export function parquetColumn(described: DescribedColumn): ParquetColumn {
  const { name, type } = described
  const keepText = (cell: NonNullable<Cell>) => {
    const text = String(cell)
    const halves = countHalves(text)
    column.replaced += halves
    return halves === 0 ? text : withoutHalves(text)
  }
  const keeps: Record<ColumnType, (cell: NonNullable<Cell>) => Cell> = {
    integer: (cell) => exactNumber(described, cell),
    decimal: (cell) => exactNumber(described, cell),
    code: keepText,
    text: keepText,
    time: (cell) => moment(described, cell),
    day: (cell) => moment(described, cell) / dayLength,
    month: (cell) => moment(described, cell) / dayLength,
  }
  const keep = keeps[type]
  const column: ParquetColumn = {
    element: { ...elements[type], name, repetition_type: 'OPTIONAL' },
    keep: (cell) => (cell === null ? null : keep(cell)),
    replaced: 0,
  }
  return column
}

function moment({ name, type }: DescribedColumn, cell: NonNullable<Cell>): number {
  const at = millisecondsOf(type, cell)
  if (at === undefined) throw new InputError(`In der Spalte „${name}“ steht „${cell}“. Das ist kein Datum.`)
  return at
}

/** The cells of a group as the library takes them: 64 bits as BigInt, which take too much memory to be kept. */
export const storedCells = ({ element: { type } }: ParquetColumn, cells: readonly Cell[]): (Cell | bigint)[] =>
  type === 'INT64' ? cells.map((cell) => (cell === null ? null : BigInt(cell))) : [...cells]
