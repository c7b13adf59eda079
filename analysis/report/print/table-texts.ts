import { decimalsFor } from '../../decimals.ts'
import type { Cell } from '../cell.ts'
import type { Table } from '../table.ts'
import { cellText, cellTextWith } from './cell-text.ts'

/** The rows of a table as people read them: figures that are alike have as many decimals as each other. */
export function tableTexts({ rows, alike, unit = '' }: Pick<Table, 'rows' | 'alike' | 'unit'>): string[][] {
  if (alike === undefined) return rows.map((row) => row.map(cellText))
  if (alike === 'rows') return rows.map((row) => textsOf(row, unit))
  const columns = (rows[0] ?? []).map((_cell, place) =>
    textsOf(
      rows.flatMap((row) => row.slice(place, place + 1)),
      unit,
    ),
  )
  return rows.map((_row, place) => columns.map((column) => column[place] ?? ''))
}

function textsOf(cells: readonly Cell[], unit: string): string[] {
  return cells.map(cellTextWith(decimalsFor(cells.flatMap(figuresOf), unit)))
}

function figuresOf(cell: Cell): readonly number[] {
  switch (cell.kind) {
    case 'number':
    case 'change':
      return [cell.value]
    case 'interval':
    case 'changeInterval':
      return cell.value
    default:
      return []
  }
}
