import { reasonColumn } from '../codebook/reason-column.ts'
import type { Instrument } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import { allOf, anyOf, call, column, quoted } from './r-text.ts'

export type Fields = Pick<Instrument, 'variable' | 'questions' | 'limits'>

/** A number, text or code is there. */
export const given = (name: string): string => `!${call('is.na', column(name))}`

/** Something was written or ticked: an option that was not ticked beside others is 0. */
export function filled(name: string, { variable }: Fields): string {
  const asked = variable.get(name)
  const isBox = asked !== undefined && typeOf(asked.type).measure === 'flag'
  return isBox ? allOf(given(name), `${column(name)} == 1`) : given(name)
}

/** Nothing was entered: neither a value, nor that there is none. */
export function blank(name: string, { variable }: Fields): string {
  const empty = allOf(call('is.na', column(name)), isReason(name, '==', 'leer'))
  return variable.get(name)?.role === 'option' ? anyOf(empty, `!is.na(${column(name)}) & ${column(name)} == 0`) : empty
}

/** There is no number, and what is missing is not ruled out by another answer: then it is no part of a sum. */
export function missing(name: string, { variable }: Fields): string {
  const absent = call('is.na', column(name))
  return variable.get(name)?.ruledOutBy === undefined ? absent : allOf(absent, isReason(name, '!=', 'trifft_nicht_zu'))
}

/** Where none of some fields was asked: then there is nothing to hold others against. Nothing where one of them always is. */
export function notAsked(names: readonly string[], { variable }: Fields): string[] {
  const closing = names.map((name) => variable.get(name)?.closedBy ?? [])
  if (names.length === 0 || closing.some(({ length }) => length === 0)) return []
  const closed = closing.map((filters) => anyOf(...filters.map((filter) => `${column(filter)} == 1`)))
  return [allOf(...new Set(closed))]
}

/** Asked where there is no value alone: a value has no reason. */
export const isReason = (name: string, operator: '==' | '!=', reason: string): string =>
  `${column(reasonColumn(name).name)} ${operator} ${quoted(reason)}`

/** That several fields are there, or none of them, in few words. */
export const together = (names: readonly string[]): string => call('cbind', ...names.map(column))
