import type { ColumnType, DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import { InputError } from '../../errors/input-error.ts'
import type { Cell } from '../table.ts'

const numberTypes: ReadonlySet<ColumnType> = new Set(['integer', 'decimal'])

export const holdsNumbers = ({ type }: DescribedColumn): boolean => numberTypes.has(type)

/**
 * The number of a cell that is not empty. What no double holds exactly is refused: it was rounded on its way here, and
 * whoever reads the file would get another one.
 */
export function exactNumber({ name, type }: DescribedColumn, cell: NonNullable<Cell>): number {
  const isExact = type === 'integer' ? Number.isSafeInteger(cell) : Number.isFinite(cell)
  if (typeof cell === 'number' && isExact) return cell
  throw new InputError(`In der Spalte „${name}“ steht „${cell}“. Dateien dieses Formats geben das nicht genau wieder.`)
}
