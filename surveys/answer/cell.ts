import type { Instrument, Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import type { Read } from '../types/type.ts'

/** What was typed, by the name of the variable. A field that is not there was never filled in. */
export type Raw = Readonly<Record<string, string>>

/**
 * What an answer says. Blank, not available and 0 are different things; what could not be read is kept as typed.
 * The number of persons without information is an ordinary value of an item of its own.
 */
export type Cell = Read | { state: 'notAvailable' }

export type Cells = ReadonlyMap<string, Cell>

/** Reads one field as its type demands. */
export const readCell = ({ type, flag, unknown = '' }: Variable, raw: string): Read =>
  typeOf(type).read(raw, { box: flag !== undefined, field: unknown })

/** Reads all fields of a questionnaire. */
export function readCells({ variables }: Instrument, raw: Raw): Cells {
  const cells = new Map<string, Cell>()
  for (const variable of variables) cells.set(variable.name, readVariable(variable, raw))
  return cells
}

/** A ticked flag makes the blanks of its question 'not available'. */
function readVariable(variable: Variable, raw: Raw): Cell {
  const cell = readCell(variable, raw[variable.name] ?? '')
  const missing = cell.state === 'blank' && variable.flag !== undefined && raw[variable.flag] === '1'
  return missing ? { state: 'notAvailable' } : cell
}

/** The number that a cell holds, if it holds one. */
export function numberOf(cells: Cells, name: string): number | undefined {
  const cell = cells.get(name)
  return cell?.state === 'given' && typeof cell.value === 'number' ? cell.value : undefined
}

/** Whether anything stands in the cell, readable or not. */
export function isFilled(cells: Cells, name: string): boolean {
  const state = cells.get(name)?.state
  return state === 'given' || state === 'unreadable'
}

/** The text or code that a cell holds, if it holds one. */
export function textOf(cells: Cells, name: string): string {
  const cell = cells.get(name)
  return cell?.state === 'given' && typeof cell.value === 'string' ? cell.value : ''
}
