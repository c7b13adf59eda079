import type { RegisterFigure } from '../../schemas/questionnaire.ts'
import type { Check, Condition, Right } from '../checks/check.ts'
import { lastNumbersOf, registersOf } from '../checks/terms.ts'
import type { Instrument } from '../compile/instrument.ts'

/** What checks are held against beside the answers: figures of the register, and answers of the last wave. */
export interface Around {
  registers: readonly RegisterFigure[]
  last: readonly string[]
}

/** The column of a figure in the file that goes beside the answers. */
export const registerColumn = (figure: RegisterFigure): string =>
  figure === 'einwohner' ? 'reg_einwohner' : `reg_${figure.indicator}`

/** The column of an answer of the last wave. */
export const lastColumn = (name: string): string => `vw_${name}`

/** What the checks of a questionnaire are held against, each once. */
export function aroundOf({ checks }: Pick<Instrument, 'checks'>): Around {
  const rights = checks.flatMap(rightsOf)
  const registers = new Map(rights.flatMap(registersOf).map((figure) => [registerColumn(figure), figure]))
  const last = checks.flatMap((check) => (check.kind === 'change' ? [check.variable] : []))
  const chosen = checks.flatMap(conditionsOf).flatMap((one) => (one.of === 'lastChosen' ? one.options : []))
  return {
    registers: [...registers.values()],
    last: [...new Set([...last, ...rights.flatMap(lastNumbersOf), ...chosen])],
  }
}

const rightsOf = (check: Check): Right[] => ('right' in check ? [check.right] : conditionsOf(check).flatMap(rightOf))

const conditionsOf = (check: Check): Condition[] => (check.kind === 'implies' ? [...check.if, check.then] : [])

const rightOf = (condition: Condition): Right[] => (condition.of === 'numbers' ? [condition.right] : [])
