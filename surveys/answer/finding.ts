import type { Severity } from '../../schemas/questionnaire.ts'
import type { Check } from '../checks/check.ts'
import { checkKindOf } from '../checks/index.ts'
import type { Asked, Found } from '../checks/kind.ts'
import type { Instrument, Variable } from '../compile/instrument.ts'
import { type Cell, type Cells, isClosed, type Raw } from './cells.ts'
import type { Surroundings } from './surroundings.ts'

/** What does not fit, with the values for which that was found. */
export interface Finding extends Found {
  check: string
  severity: Severity
  kind: Check['kind'] | 'unreadable'
  /** The ids of the questions concerned. */
  questions: string[]
  /** The values as typed. A justification holds as long as these are the same. */
  values: Record<string, string>
  /** It is with answers that whoever looks may not see: nothing can be said to it here. */
  elsewhere?: true
}

/** All that does not fit in the answers, in the order of the questions. */
export function findingsOf(instrument: Instrument, raw: Raw, cells: Cells, around: Surroundings): Finding[] {
  const unreadable: Finding[] = []
  for (const variable of instrument.variables) {
    const cell = cells.get(variable.name)
    if (cell?.state === 'unreadable') unreadable.push(unreadableFinding(variable, cell))
  }
  return [...unreadable, ...applyChecks(instrument.checks, { instrument, raw, cells, around })]
}

type Unreadable = Extract<Cell, { state: 'unreadable' }>

function unreadableFinding({ name, question }: Variable, { message, raw, suggestions = [] }: Unreadable): Finding {
  return {
    check: `${name}_lesbar`,
    severity: 'error',
    kind: 'unreadable',
    questions: [question],
    fields: [name],
    values: { [name]: raw },
    message,
    ...(suggestions.length > 0 && { suggestions }),
  }
}

/** What some checks find: nothing where they are satisfied or cannot be decided. */
export function applyChecks(checks: readonly Check[], asked: Asked): Finding[] {
  const findings: Finding[] = []
  for (const check of checks) {
    const judged = checkKindOf(check.kind).judge(check, asked)
    if (typeof judged === 'object') findings.push(findingOf(check, judged, asked))
  }
  return findings
}

function findingOf({ id, severity, kind, questions }: Check, found: Found, { raw, cells }: Asked): Finding {
  const typed = (name: string) => (isClosed(cells, name) ? '' : (raw[name] ?? '').trim())
  const values = Object.fromEntries(found.fields.map((name) => [name, typed(name)]))
  return { check: id, severity, kind, questions, values, ...found }
}
