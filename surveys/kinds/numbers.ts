import { unreadableSentence } from '../answer/sentences.ts'
import type { Question } from '../compile/instrument.ts'
import { fieldNumber, formatNumber, isNumberType, type NumberType } from '../reading/number.ts'
import type { Answered, NumberRow } from '../view/view.ts'
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
    if (!isNumberType(type)) continue
    const cell = answered.cells.get(name)
    rows.push({
      name,
      label,
      type,
      value:
        cell?.state === 'given' && typeof cell.value === 'number'
          ? fieldNumber(type, cell.value)
          : (answered.raw[name] ?? ''),
      unknown: role === 'unknown',
      error: cell?.state === 'unreadable' ? unreadableSentence(cell.problem, cell.raw) : '',
      other: null,
      last: lastOf(name, type, answered),
    })
  }
  return rows
}

/** The number of the last wave, with its day or else its title: `15.12.2018: 1.234`. */
function lastOf(name: string, type: NumberType, { last }: Answered): NumberRow['last'] {
  const value = last?.values.get(name)
  if (last === undefined || value === undefined) return null
  return { text: `${last.stichtag || last.title}: ${formatNumber(value)}`, value: fieldNumber(type, value) }
}

export function numberOutline(question: Question): Outline {
  const items = question.variables.filter(({ type }) => isNumberType(type))
  return { items: items.map(({ name, label, role }) => ({ name, label, unknown: role === 'unknown' })) }
}
