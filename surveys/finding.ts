import type { Severity } from '../schemas/questionnaire.ts'
import { type Cells, isFilled, type Raw } from './cell.ts'
import { checkGkz, type Register } from './gkz.ts'
import type { Check, Instrument, RelationCheck, Variable } from './instrument.ts'
import { weigh } from './relation.ts'
import { checkSentence, unreadableSentence } from './sentences.ts'

/** What does not fit, with the values for which that was found. */
export interface Finding {
  check: string
  severity: Severity
  kind: Check['kind'] | 'unreadable'
  /** The ids of the questions concerned. */
  questions: string[]
  /** The fields concerned, the one to go to first. */
  fields: string[]
  /** The values as typed. A justification holds as long as these are the same. */
  values: Record<string, string>
  message: string
  suggestion?: { value: string; label: string }
}

/** Who answers, and what is known of all Kommunen. */
export interface Surroundings {
  gkz: string
  register: Register
}

/** All that does not fit in the answers, in the order of the questions. */
export function findingsOf(instrument: Instrument, raw: Raw, cells: Cells, around: Surroundings): Finding[] {
  return [
    ...instrument.variables.flatMap((variable) => unreadable(variable, cells)),
    ...instrument.checks.flatMap((check) => applyCheck(check, raw, cells, around)),
  ]
}

function unreadable({ name, question }: Variable, cells: Cells): Finding[] {
  const cell = cells.get(name)
  if (cell?.state !== 'unreadable') return []
  const message = unreadableSentence(cell.problem, cell.raw)
  const values = { [name]: cell.raw }
  return [
    {
      check: `${name}_lesbar`,
      severity: 'error',
      kind: 'unreadable',
      questions: [question],
      fields: [name],
      values,
      message,
    },
  ]
}

/** The findings of one check: none where it is satisfied or cannot be decided. */
export function applyCheck(check: Check, raw: Raw, cells: Cells, around: Surroundings): Finding[] {
  const found = (fields: string[], rest: Pick<Finding, 'message' | 'suggestion'>): Finding[] => {
    const values = Object.fromEntries(fields.map((name) => [name, (raw[name] ?? '').trim()]))
    const { id, severity, kind, questions } = check
    return [{ check: id, severity, kind, questions, fields, values, ...rest }]
  }
  const filled = (name: string) => isFilled(cells, name)
  switch (check.kind) {
    case 'sum':
    case 'compare':
    case 'within': {
      const weighed = weigh(check, cells, around.register.gemeinden.get(around.gkz) ?? {})
      return weighed.outcome === 'violated' ? found(fieldsOf(check), { message: checkSentence(check, weighed) }) : []
    }
    case 'flag': {
      const both = filled(check.flag) ? check.values.filter(filled) : []
      return both.length > 0 ? found([check.flag, ...both], { message: check.message }) : []
    }
    case 'other':
      return filled(check.option) === filled(check.text)
        ? []
        : found([check.option, check.text], { message: check.message })
    case 'exclusive': {
      const both = filled(check.option) ? check.others.filter(filled) : []
      return both.length > 0 ? found([check.option, ...both], { message: check.message }) : []
    }
    case 'gkz': {
      if (!filled(check.variable)) return []
      const problem = checkGkz(raw[check.variable] ?? '', around.gkz, around.register)
      if (problem === undefined) return []
      const { message, suggestion } = problem
      const offer =
        suggestion === undefined ? {} : { suggestion: { value: suggestion, label: `${suggestion} übernehmen` } }
      return found([check.variable], { message, ...offer })
    }
  }
}

const fieldsOf = ({ left, right }: RelationCheck) => [...left, ...('variables' in right ? right.variables : [])]
