import type { Instrument } from '../../surveys/compile/instrument.ts'
import { isNumberType, typeOf } from '../../surveys/types/index.ts'

/** The numbers that a survey asks for. */
export const numbersOf = ({ variables }: Instrument) =>
  variables.filter(({ type, role, contact }) => isNumberType(type) && role === 'item' && !contact)

export interface TypedFigures {
  values: Record<string, number>
  errors: { field: string; message: string }[]
}

/** Reads what was typed for the own figures of a unit. Blank is none, not 0. */
export function readFigures(instrument: Instrument, typed: Readonly<Record<string, string>>): TypedFigures {
  const values: Record<string, number> = {}
  const errors = numbersOf(instrument).flatMap(({ name, type }) => {
    const read = typeOf(type).read(typed[name] ?? '')
    if (read.state === 'given' && typeof read.value === 'number') values[name] = read.value
    return read.state === 'unreadable' ? [{ field: name, message: read.message }] : []
  })
  if (errors.length === 0 && Object.keys(values).length === 0)
    return {
      values,
      errors: [{ field: numbersOf(instrument)[0]?.name ?? '', message: 'Bitte geben Sie eine Zahl an.' }],
    }
  return { values, errors }
}
