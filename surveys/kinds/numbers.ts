import { formatCount } from '../count.ts'
import type { Question } from '../instrument.ts'
import { unreadableSentence } from '../sentences.ts'
import type { Answered, NumberRow } from '../view.ts'
import { type Outline, type Place, variable } from './kind.ts'

/** The item for the number of persons without information. */
export function unknownItem(place: Place, label: string | undefined) {
  return label === undefined
    ? []
    : [variable(place, { name: `${place.id}_unbekannt`, type: 'count', role: 'unknown', label })]
}

/** The lines of a question that asks for numbers. */
export function numberRows(question: Question, answered: Answered): NumberRow[] {
  const rows: NumberRow[] = []
  for (const { name, type, role, label } of question.variables) {
    if (type !== 'count') continue
    const cell = answered.cells.get(name)
    rows.push({
      name,
      label,
      value:
        cell?.state === 'given' && typeof cell.value === 'number'
          ? formatCount(cell.value)
          : (answered.raw[name] ?? ''),
      unknown: role === 'unknown',
      error: cell?.state === 'unreadable' ? unreadableSentence(cell.problem, cell.raw) : '',
    })
  }
  return rows
}

export function numberOutline(question: Question): Outline {
  const items = question.variables.filter((one) => one.type === 'count')
  return { items: items.map(({ name, label, role }) => ({ name, label, unknown: role === 'unknown' })) }
}
