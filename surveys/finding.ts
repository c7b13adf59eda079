import type { Severity } from '../schemas/questionnaire.ts'
import { type Cell, type Cells, isFilled, type Raw } from './cell.ts'
import { checkGkz } from './gkz.ts'
import type { Check, Instrument, RelationCheck, Variable } from './instrument.ts'
import type { Register } from './register.ts'
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
  const unreadable: Finding[] = []
  for (const variable of instrument.variables) {
    const cell = cells.get(variable.name)
    if (cell?.state === 'unreadable') unreadable.push(unreadableFinding(variable, cell))
  }
  return [...unreadable, ...instrument.checks.flatMap((check) => applyCheck(check, raw, cells, around))]
}

type Unreadable = Extract<Cell, { state: 'unreadable' }>

function unreadableFinding({ name, question }: Variable, { problem, raw }: Unreadable): Finding {
  return {
    check: `${name}_lesbar`,
    severity: 'error',
    kind: 'unreadable',
    questions: [question],
    fields: [name],
    values: { [name]: raw },
    message: unreadableSentence(problem, raw),
  }
}

/** The findings of one check: none where it is satisfied or cannot be decided. */
export function applyCheck(check: Check, raw: Raw, cells: Cells, around: Surroundings): Finding[] {
  switch (check.kind) {
    case 'sum':
    case 'compare':
    case 'within': {
      const weighed = weigh(check, cells, around.register.gemeinden.get(around.gkz) ?? {})
      if (weighed.outcome !== 'violated') return []
      return [{ ...finding(check, fieldsOf(check), raw), message: checkSentence(check, weighed) }]
    }
    case 'flag': {
      const both = isFilled(cells, check.flag) ? filledOf(check.values, cells) : []
      return both.length > 0 ? [finding(check, [check.flag, ...both], raw)] : []
    }
    case 'other': {
      const agree = isFilled(cells, check.option) === isFilled(cells, check.text)
      return agree ? [] : [finding(check, [check.option, check.text], raw)]
    }
    case 'exclusive': {
      const both = isFilled(cells, check.option) ? filledOf(check.others, cells) : []
      return both.length > 0 ? [finding(check, [check.option, ...both], raw)] : []
    }
    case 'gkz': {
      if (!isFilled(cells, check.variable)) return []
      const problem = checkGkz(raw[check.variable] ?? '', around.gkz, around.register)
      if (problem === undefined) return []
      const { message, suggestion: value } = problem
      const offer = value === undefined ? {} : { suggestion: { value, label: `${value} übernehmen` } }
      return [{ ...finding(check, [check.variable], raw), message, ...offer }]
    }
  }
}

function finding({ id, severity, kind, questions, message }: Check, fields: string[], raw: Raw): Finding {
  const values = Object.fromEntries(fields.map((name) => [name, (raw[name] ?? '').trim()]))
  return { check: id, severity, kind, questions, fields, values, message }
}

const filledOf = (names: readonly string[], cells: Cells) => names.filter((name) => isFilled(cells, name))

const fieldsOf = ({ left, right }: RelationCheck) => [...left, ...('variables' in right ? right.variables : [])]
