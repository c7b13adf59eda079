import { isDerived } from '../answer/cells.ts'
import type { Question } from '../compile/instrument.ts'
import { formatNumber } from '../reading/number.ts'
import { figureOf, type KnownFigure } from '../reading/register.ts'
import { isNumberType, typeOf, type VariableType } from '../types/index.ts'
import { askedItem } from '../view/asked-view.ts'
import { timeOf } from '../view/last-answer.ts'
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
  for (const { name, type, role, label, register } of question.variables) {
    if (!isNumberType(type)) continue
    const cell = answered.cells.get(name)
    const { keys, unit, field, shown } = typeOf(type)
    const typed = answered.raw[name] ?? ''
    rows.push({
      name,
      label,
      ...askedItem(name, answered),
      type,
      keys,
      value: cell?.state === 'given' && !isDerived(cell) ? field(cell.value) : typed,
      shown: cell?.state === 'given' ? shown(cell.value) : typed,
      unit,
      unknown: role === 'unknown',
      error: cell?.state === 'unreadable' ? cell.message : '',
      suggestions: cell?.state === 'unreadable' ? (cell.suggestions ?? []) : [],
      other: null,
      last: lastOf(name, type, answered),
      register: register === undefined ? '' : figureWords(figureOf(answered.kommune, register)),
    })
  }
  return rows
}

/** `Einwohner laut Register: 21.345 (31.12.2022)`, or ''. */
function figureWords(figure: KnownFigure | undefined): string {
  if (figure === undefined) return ''
  const { label, source, value, time } = figure
  return `${label} laut ${source}: ${formatNumber(value)}${time && ` (${time})`}`
}

/** The number of the last wave, with its day or else its title: `15.12.2018: 1.234`. */
function lastOf(name: string, type: VariableType, { last }: Answered): NumberRow['last'] {
  const value = last?.values.get(name)
  if (last === undefined || value === undefined) return null
  const { field, shown } = typeOf(type)
  return { text: `${timeOf(last)}: ${shown(value)}`, value: field(value) }
}

export function numberOutline(question: Question): Outline {
  const items = question.variables.filter(({ type }) => isNumberType(type))
  return { items: items.map(({ name, label, role }) => ({ name, label, unknown: role === 'unknown' })) }
}
