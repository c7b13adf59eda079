import { type Cells, isClosed, isDerived } from '../answer/cells.ts'
import { isShut } from '../answer/shut.ts'
import type { Question, Variable } from '../compile/instrument.ts'

/** What follows in a question from other answers, in sentences; '' while nothing does, null where nothing ever can. */
export function followsIn({ parts, definition, variables }: Question, cells: Cells): string | null {
  const hasRest = definition.kind === 'shares' && definition.rest !== undefined
  const filtered = variables.filter(({ asked }) => asked)
  if (parts.length > 0 || !(hasRest || filtered.length > 0 || variables.some(canBeRuledOut))) return null
  const asked = variables.filter(({ role }) => role !== 'other')
  if (asked.some(({ name }) => cells.get(name)?.state === 'notApplicable' && !isClosed(cells, name)))
    return 'Was hier leer ist, gilt nach Ihren Angaben als „trifft nicht zu“.'
  const quoted = (some: readonly Variable[]) => some.map(({ label }) => `„${label}“`).join(', ')
  const shut = filtered.filter((variable) => isShut(variable.asked, cells))
  const zeros = asked.filter(({ name }) => isDerived(cells.get(name)))
  return [
    shut.length === 0 ? '' : `Entfällt nach Ihren Angaben: ${quoted(shut)}.`,
    zeros.length === 0 ? '' : `Ihre Anteile ergeben 100, daher gilt als 0, was leer ist: ${quoted(zeros)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is closed is told in its own place. */
const canBeRuledOut = ({ ruledOutBy = [], closedBy = [] }: Variable): boolean => ruledOutBy.length > closedBy.length
