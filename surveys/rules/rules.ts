import type { Severity } from '../../schemas/questionnaire.ts'
import type { Check } from '../checks/check.ts'
import { checkKindOf } from '../checks/index.ts'
import { isExported } from '../codebook/columns.ts'
import type { Instrument } from '../compile/instrument.ts'
import { printedNumbers } from '../compile/printed-numbers.ts'
import { type Beyond, type Expression, expressions } from './expressions.ts'
import type { Fields } from './field.ts'
import { allOf, anyOf, not } from './r-text.ts'

/** A check in R over the columns of an export: TRUE where it holds, FALSE where not, NA where nobody can tell. */
export interface Rule {
  expr: string
  name: string
  /** The printed numbers of the questions concerned. */
  label: string
  /** The sentence, with gaps for the numbers. */
  description: string
  severity: Severity
}

/** A check that an export cannot answer, and why. */
export interface LeftOut {
  name: string
  because: string
}

export interface Rules {
  rules: Rule[]
  leftOut: LeftOut[]
}

/** The checks of a questionnaire as rules over its exports. */
export function rulesOf(instrument: Instrument): Rules {
  const rules: Rule[] = []
  const leftOut: LeftOut[] = []
  for (const check of instrument.checks) {
    const written = expressionOf(check, instrument)
    if ('because' in written) leftOut.push({ name: check.id, because: written.because })
    else rules.push(ruleOf(check, written, instrument))
  }
  return { rules, leftOut }
}

function expressionOf(check: Check, instrument: Instrument): Expression | Beyond {
  const looked = checkKindOf(check.kind).fields(check)
  const kept = looked.every((name) => {
    const variable = instrument.variable.get(name)
    return variable !== undefined && isExported(variable)
  })
  const write = expressions[check.kind] as (check: Check, fields: Fields) => Expression | Beyond
  const written = write(check, instrument)
  if ('because' in written || kept) return written
  return { because: 'gilt Kontaktdaten, die in keiner Ausgabe stehen' }
}

function ruleOf({ id, severity, questions, message }: Check, { violated, fits }: Expression, instrument: Instrument) {
  const asked = questions.flatMap((question) => instrument.questions.get(question) ?? [])
  const expr = fits === undefined ? not(violated) : allOf(not(violated), anyOf(fits, 'NA'))
  return { expr, name: id, label: printedNumbers(asked).join(', '), description: message, severity }
}
