import type { Read, Value } from '../types/type.ts'

/** What was typed, by the name of the variable. A field that is not there was never filled in. */
export type Raw = Readonly<Record<string, string>>

/**
 * What an answer says. Blank, not available and 0 are different things; what could not be read is kept as typed.
 * The number of persons without information is an ordinary value of an item of its own.
 */
export type Cell = Read | { state: 'notAvailable' } | NotApplicable | Derived

/** An answer rules it out; `closed`: it was not asked, whatever was typed before. */
export type NotApplicable = { state: 'notApplicable'; closed?: true }

/** A value that nobody typed, since it follows from what was typed. */
export type Derived = { state: 'given'; value: Value; derived: true }

export type Cells = ReadonlyMap<string, Cell>

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

/** Whether a value follows from others, and was not typed. */
export const isDerived = (cell: Cell | undefined): boolean => cell?.state === 'given' && 'derived' in cell

/** Whether a variable was not asked. */
export function isClosed(cells: Cells, name: string): boolean {
  const cell = cells.get(name)
  return cell?.state === 'notApplicable' && cell.closed === true
}

/** Those of some variables in which anything stands. */
export const filledOf = (names: readonly string[], cells: Cells) => names.filter((name) => isFilled(cells, name))
