import { type Cells, isFilled } from '../answer/cells.ts'
import type { Filter, Instrument, Question } from '../compile/instrument.ts'
import type { Answered, AskedItem, AskedView } from './view.ts'

/** Whether a filter is closed. */
export const isShut = (filter: Filter | undefined, cells: Cells): boolean =>
  filter !== undefined && isFilled(cells, filter.variable)

/** `nur wenn Sie in F3 „ja“ angegeben haben` */
export const onlyIf = ({ words }: Filter): string => `n${words.slice(1)}`

/** When a question is asked, and why it is not; null where it always is. A part goes with its question. */
export function askedView(
  question: Question,
  answered: Pick<Answered, 'instrument' | 'cells' | 'raw'>,
): AskedView | null {
  const { asked, definition, variables } = question
  const around = sectionOf(question, answered.instrument)?.asked
  if (!('number' in definition) || (asked === undefined && around === undefined)) return null
  const words = asked === undefined ? '' : `${asked.words}.`
  const shut = [around, asked].find((filter) => isShut(filter, answered.cells))
  if (shut === undefined) return { words, closed: '' }
  const what = shut.of === 'section' ? 'Diesen Abschnitt fragen wir' : 'Diese Frage stellen wir'
  const kept = variables.some(({ name }) => (answered.raw[name] ?? '') !== '') ? ` ${keptWords}` : ''
  return { words, closed: `Entfällt: ${what} ${onlyIf(shut)}.${kept}` }
}

const keptWords = 'Was Sie hier eingetragen hatten, bleibt aufbewahrt und wird nicht abgesendet.'

const sectionOf = ({ section }: Question, { sections }: Instrument) => sections.find(({ id }) => id === section)

/** When the item of a variable is asked. */
export function askedItem(name: string, { instrument, cells }: Pick<Answered, 'instrument' | 'cells'>): AskedItem {
  const filter = instrument.variable.get(name)?.asked
  return { asked: filter === undefined ? '' : onlyIf(filter), closed: isShut(filter, cells) }
}
