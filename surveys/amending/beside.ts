import { fieldsOf } from '../checks/condition.ts'
import type { Instrument, Variable } from '../compile/instrument.ts'
import { isAmendable } from './amendable.ts'

/**
 * The other fields that decide, together with one, what follows from answers, and the fields that follow: shares of which a blank one
 * is 0 once the others make 100, and what rules questions out. Almost always there are none.
 */
export function besideOf(
  { rests, rules, filters, variable }: Pick<Instrument, 'rests' | 'rules' | 'filters' | 'variable'>,
  field: string,
): string[] {
  const groups = [
    ...rests.map(({ variable, fields }) => [variable, ...fields]),
    ...[...filters, ...rules].map((rule) => [rule.variable, ...rule.if.flatMap(fieldsOf)]),
  ]
  const found = new Set([field])
  // A share that follows can decide something else.
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const group of groups) if (group.some((name) => found.has(name))) for (const name of group) found.add(name)
  }
  return [...found].filter((name) => name !== field && !isWritten(variable.get(name))).sort()
}

/** What people wrote is not copied. */
const isWritten = (variable: Variable | undefined): boolean =>
  variable !== undefined && variable.role !== 'derived' && !isAmendable(variable)
