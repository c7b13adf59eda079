import { type Cells, isDerived } from '../answer/cells.ts'
import type { Question } from '../compile/instrument.ts'

/** What follows in a question from other answers, in a sentence; '' while nothing does, null where nothing ever can. */
export function followsIn({ parts, definition, variables }: Question, cells: Cells): string | null {
  const hasRest = definition.kind === 'shares' && definition.rest !== undefined
  if (parts.length > 0 || !(hasRest || variables.some(({ ruledOutBy }) => ruledOutBy))) return null
  const asked = variables.filter(({ role }) => role !== 'other')
  if (asked.some(({ name }) => cells.get(name)?.state === 'notApplicable'))
    return 'Was hier leer ist, gilt nach Ihren Angaben als „trifft nicht zu“.'
  const zeros = asked.filter(({ name }) => isDerived(cells.get(name))).map(({ label }) => `„${label}“`)
  return zeros.length === 0 ? '' : `Ihre Anteile ergeben 100, daher gilt als 0, was leer ist: ${zeros.join(', ')}.`
}
