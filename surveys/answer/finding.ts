import type { Severity } from '../../schemas/questionnaire.ts'
import { comparedVariables } from '../compile/compared-variables.ts'
import type { Check, Instrument, Variable } from '../compile/instrument.ts'
import { gemeindenProblems } from '../reading/gemeinden.ts'
import { checkGkz, checkName } from '../reading/gkz.ts'
import { checkImNumber } from '../reading/im-number.ts'
import type { Register } from '../reading/register.ts'
import { type Cell, type Cells, isFilled, numberOf, type Raw, textOf } from './cell.ts'
import { isPlausibleChange } from './plausible-change.ts'
import { sumOf, weigh } from './relation.ts'
import { boundSentence, changeSentence, checkSentence } from './sentences.ts'

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
  /** More answers may put it right: it is no news to somebody who is still writing. */
  unfinished?: true
}

/** Who answers, what is known of all who can, and what was answered in the last wave. */
export interface Surroundings {
  /** The key of the Kommune, or the number of the person. */
  unit: string
  register: Register
  last?: LastWave | undefined
}

/** The answers of the same unit in an earlier wave, by the names that they have in this survey. */
export interface LastWave {
  wave: string
  title: string
  /** Formatted, or ''. */
  stichtag: string
  values: ReadonlyMap<string, number>
  /** What was chosen, ticked or written, as far as it can be today. */
  words?: ReadonlyMap<string, string | true>
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

function unreadableFinding({ name, question }: Variable, { message, raw }: Unreadable): Finding {
  return {
    check: `${name}_lesbar`,
    severity: 'error',
    kind: 'unreadable',
    questions: [question],
    fields: [name],
    values: { [name]: raw },
    message,
  }
}

/** The findings of one check: none where it is satisfied or cannot be decided. */
export function applyCheck(check: Check, raw: Raw, cells: Cells, around: Surroundings): Finding[] {
  switch (check.kind) {
    case 'sum':
    case 'compare':
    case 'within': {
      const weighed = weigh(check, cells, around.register.gemeinden.get(around.unit) ?? {})
      if (weighed.outcome !== 'violated') return []
      const found = { ...finding(check, comparedVariables(check), raw), message: checkSentence(check, weighed) }
      const { left, right } = weighed
      const unfinished = check.blankIsZero && left.known < right.known && sumOf(cells, check.left).blank > 0
      return [unfinished ? { ...found, unfinished } : found]
    }
    case 'flag': {
      const both = isFilled(cells, check.flag) ? filledOf(check.values, cells) : []
      return both.length > 0 ? [finding(check, [check.flag, ...both], raw)] : []
    }
    case 'other': {
      const chosen =
        check.code === undefined ? isFilled(cells, check.option) : textOf(cells, check.option) === check.code
      return chosen === isFilled(cells, check.text) ? [] : [finding(check, [check.option, check.text], raw)]
    }
    case 'exclusive': {
      const both = isFilled(cells, check.option) ? filledOf(check.others, cells) : []
      return both.length > 0 ? [finding(check, [check.option, ...both], raw)] : []
    }
    case 'chosen': {
      const chosen = filledOf(check.options, cells)
      const holds =
        chosen.length === 0 ||
        (check.relation === 'atMost' ? chosen.length <= check.count : chosen.length >= check.count)
      return holds ? [] : [finding(check, chosen, raw)]
    }
    case 'unit': {
      if (!isFilled(cells, check.variable)) return []
      const checkUnit = check.unit === 'gkz' ? checkGkz : checkImNumber
      return proposed(check, checkUnit(raw[check.variable] ?? '', around.unit, around.register), raw)
    }
    case 'name': {
      const name = textOf(cells, check.variable)
      return name === '' ? [] : proposed(check, checkName(name, around.unit, around.register), raw)
    }
    case 'gemeinden': {
      const [first] = gemeindenProblems(raw[check.variable] ?? '', around.register)
      return proposed(check, first, raw)
    }
    case 'bound': {
      const value = textOf(cells, check.variable)
      const holds = value === '' || (check.relation === 'atMost' ? value <= check.bound : value >= check.bound)
      return holds ? [] : [{ ...finding(check, [check.variable], raw), message: boundSentence(check, value) }]
    }
    case 'change': {
      const now = numberOf(cells, check.variable)
      const then = around.last?.values.get(check.variable)
      if (now === undefined || then === undefined || isPlausibleChange(now, then, check)) return []
      return [{ ...finding(check, [check.variable], raw), message: changeSentence(check, now, then) }]
    }
  }
}

/** A finding with the words of a problem, and the value that was surely meant. */
function proposed(
  check: Check & { variable: string },
  problem: { message: string; suggestion?: string } | undefined,
  raw: Raw,
): Finding[] {
  if (problem === undefined) return []
  const { message, suggestion: value } = problem
  const label = check.kind === 'gemeinden' ? 'Bestätigen' : `${value} übernehmen`
  const offer = value === undefined ? {} : { suggestion: { value, label } }
  return [{ ...finding(check, [check.variable], raw), message, ...offer }]
}

function finding({ id, severity, kind, questions, message }: Check, fields: string[], raw: Raw): Finding {
  const values = Object.fromEntries(fields.map((name) => [name, (raw[name] ?? '').trim()]))
  return { check: id, severity, kind, questions, fields, values, message }
}

const filledOf = (names: readonly string[], cells: Cells) => names.filter((name) => isFilled(cells, name))
