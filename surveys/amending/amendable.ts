import type { Instrument, Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'

/** Numbers, days, ticks and options. What people wrote is theirs, and what follows from answers follows again by itself. */
export const isAmendable = ({ role, type, contact }: Variable): boolean => {
  const { measure, column } = typeOf(type)
  return !contact && role !== 'derived' && role !== 'comment' && (measure !== 'none' || dated.has(column.type))
}

const dated = new Set(['day', 'month'])

export const amendableOf = ({ variables }: Pick<Instrument, 'variables'>): Variable[] => variables.filter(isAmendable)
