import type { RelationCheck, Right, Term } from '../checks/check.ts'
import { typeOf } from '../types/index.ts'
import { lastColumn, registerColumn } from './around.ts'
import { type Fields, isReason, missing, together } from './field.ts'
import { anyOf, call, column } from './r-text.ts'

/** Between what a number lies, as expressions in R. */
export interface Range {
  low: string
  high: string
}

/** What is known of a sum: what is missing counts as 0. */
export function known(names: readonly string[], { variable }: Fields): string {
  const [first = ''] = names
  if (names.length === 1) return call('pmax', column(first), '0', 'na.rm = TRUE')
  const sum = call('rowSums', together(names), 'na.rm = TRUE')
  const isWhole = (name: string) => {
    const asked = variable.get(name)
    return asked !== undefined && typeOf(asked.type).column.type === 'integer'
  }
  return names.every(isWhole) ? sum : rounded(sum)
}

/** Two decimals are the most that can be typed: what lies behind them is the computer's own arithmetic. */
const rounded = (number: string): string => call('round', number, '2')

/** A sum with missing parts lies between what is known of it and infinity. */
export const rangeOf = (names: readonly string[], fields: Fields): Range => {
  if (names.length === 0) return exactly('0')
  const low = known(names, fields)
  return { low, high: call('ifelse', anyOf(...names.map((name) => missing(name, fields))), 'Inf', low) }
}

/** The same where blanks beside one number count as 0. */
export function leftRange({ left, blankIsZero }: Pick<RelationCheck, 'left' | 'blankIsZero'>, fields: Fields): Range {
  const range = rangeOf(left, fields)
  if (!blankIsZero) return range
  const absent = left.map((name) => missing(name, fields))
  const flagged = left.flatMap((name) =>
    fields.variable.get(name)?.flag === undefined
      ? []
      : [`is.na(${column(name)}) & ${isReason(name, '==', 'nicht_vorhanden')}`],
  )
  const allAbsent = `${call('rowSums', call('cbind', ...absent))} == ${left.length}`
  return { low: range.low, high: call('ifelse', anyOf(...flagged, allAbsent), 'Inf', range.low) }
}

/** Between what the right side lies; no value where a figure or a last wave is not known of whoever answers. */
export function rightRange(right: Right, fields: Fields): Range {
  if ('variables' in right) return rangeOf(right.variables, fields)
  if ('value' in right) return exactly(String(right.value))
  if ('register' in right) return exactly(column(registerColumn(right.register)))
  const ranges = right.terms.map((term) => termRange(term, fields))
  const added = (parts: string[]) => (parts.length === 1 ? (parts[0] ?? '') : rounded(parts.join(' + ')))
  return { low: added(ranges.map(({ low }) => low)), high: added(ranges.map(({ high }) => high)) }
}

function termRange(term: Term, fields: Fields): Range {
  const { factor } = term
  if ('value' in term) return exactly(String(factor * term.value))
  if ('last' in term) return exactly(signed(factor, column(lastColumn(term.last))))
  if ('register' in term) {
    const figure = column(registerColumn(term.register))
    const times = Math.abs(factor)
    // Halves go up, as everywhere else here; R's own round() takes them to the even number.
    return exactly(signed(factor, times === 1 ? figure : call('floor', `${times} * ${figure} + 0.5`)))
  }
  const { low, high } = rangeOf(term.variables, fields)
  if (factor === 1) return { low, high }
  return factor < 0 ? { low: `${factor} * ${high}`, high: `${factor} * ${low}` } : scaled(factor, { low, high })
}

const signed = (factor: number, number: string): string => (factor < 0 ? `-${number}` : number)

const scaled = (factor: number, { low, high }: Range): Range => ({
  low: `${factor} * ${low}`,
  high: `${factor} * ${high}`,
})

const exactly = (number: string): Range => ({ low: number, high: number })
