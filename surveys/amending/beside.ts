import { fieldsOf } from '../checks/condition.ts'
import { checkKindOf } from '../checks/index.ts'
import type { Instrument, Variable } from '../compile/instrument.ts'
import { isAmendable } from './amendable.ts'

/**
 * The other fields that decide, together with one, what follows from answers, and the fields that follow: shares of which a blank one
 * is 0 once the others make 100, and what rules questions out. And those that have to fit to it, or it would not have been taken: once
 * they are others, nobody has looked whether it still does. And whether it is asked at all. Almost always there are none.
 */
export function besideOf(
  { rests, rules, filters, checks, variable }: Pick<Instrument, 'rests' | 'rules' | 'filters' | 'checks' | 'variable'>,
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
  const stopping = checks
    .filter(({ severity }) => severity === 'error')
    .map((check) => checkKindOf(check.kind).fields(check))
  const fitting = stopping.flatMap((names) => (names.includes(field) ? names : []))
  const asked = filters.flatMap((filter) => (filter.fields.includes(field) ? [filter.variable] : []))
  return [...new Set([...found, ...fitting, ...asked])]
    .filter((name) => name !== field && !isWritten(variable.get(name)))
    .sort()
}

/** What people wrote is not copied. */
const isWritten = (variable: Variable | undefined): boolean =>
  variable !== undefined && variable.role !== 'derived' && !isAmendable(variable)
