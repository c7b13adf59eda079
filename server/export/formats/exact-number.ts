import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import { InputError } from '../../errors/input-error.ts'
import type { Cell } from '../table.ts'

/**
 * The number of a cell that is not empty. What no double holds exactly is refused: it was rounded on its way here, and
 * whoever reads the file would get another one.
 */
export function exactNumber({ name, type }: DescribedColumn, cell: NonNullable<Cell>): number {
  const isExact = type === 'integer' ? Number.isSafeInteger(cell) : Number.isFinite(cell)
  if (typeof cell === 'number' && isExact) return cell
  throw new InputError(
    `In der Spalte „${name}“ steht „${cell}“. ${type === 'integer' ? 'Ganze Zahlen' : 'Zahlen'} in Dateien dieses Formats fassen das nicht genau.`,
  )
}
