import type { RegisterFigure } from '../../schemas/questionnaire.ts'
import type { Check, Condition } from '../checks/check.ts'
import { registersOf } from '../checks/terms.ts'
import type { AskedIndicator, Filter, Variable } from './instrument.ts'

/** The indicators that a definition asks for, each with every place that does. */
export function askedIndicators(
  variables: readonly Variable[],
  checks: readonly Check[],
  filters: readonly Filter[],
): AskedIndicator[] {
  const asked = [
    ...variables.flatMap(({ number, name, register }) => placed(register, `${number} (${name})`)),
    ...checks.flatMap((check) => registersOfCheck(check).flatMap((register) => placed(register, check.id))),
    ...filters.flatMap((filter) =>
      filter.if.flatMap(registersOfCondition).flatMap((register) => placed(register, `asked (${filter.id})`)),
    ),
  ]
  return [...new Set(asked.map(({ code }) => code))].map((code) => ({
    code,
    places: [...new Set(asked.filter((one) => one.code === code).map(({ place }) => place))],
  }))
}

const placed = (register: RegisterFigure | undefined, place: string) =>
  typeof register === 'object' ? [{ code: register.indicator, place }] : []

function registersOfCheck(check: Check): RegisterFigure[] {
  if (check.kind === 'implies') return [...check.if, check.then].flatMap(registersOfCondition)
  return 'right' in check ? registersOf(check.right) : []
}

const registersOfCondition = (condition: Condition) => (condition.of === 'numbers' ? registersOf(condition.right) : [])
