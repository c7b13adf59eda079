import type { Cells } from '../answer/cells.ts'
import { isShut } from '../answer/shut.ts'
import type { Filter, Instrument, Question, Section } from '../compile/instrument.ts'
import type { Answered, AskedItem, AskedView } from './view.ts'

/** `nur wenn Sie in F3 „ja“ angegeben haben` */
export const onlyIf = ({ words }: Filter): string => `n${words.slice(1)}`

/** The same within a sentence. */
export const onlyAskedIf = (filter: Filter): string => onlyIf(filter).replace('nur wenn', 'nur, wenn')

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
  const why = shut.of === 'section' ? 'mit dem Abschnitt' : `: Diese Frage stellen wir ${onlyAskedIf(shut)}`
  const kept = variables.some(({ name }) => (answered.raw[name] ?? '') !== '') ? ` ${keptWords}` : ''
  return { words, closed: `Entfällt${shut.of === 'section' ? ' ' : ''}${why}.${kept}` }
}

const keptWords = 'Was Sie hier eingetragen hatten, bleibt aufbewahrt und wird nicht abgesendet.'

const sectionOf = ({ section }: Question, { sections }: Instrument) => sections.find(({ id }) => id === section)

/** When the item of a variable is asked. */
export function askedItem(name: string, { instrument, cells }: Pick<Answered, 'instrument' | 'cells'>): AskedItem {
  const filter = instrument.variable.get(name)?.asked
  return { asked: filter === undefined ? '' : onlyIf(filter), closed: isShut(filter, cells) }
}

/** The same of a section: what stands below its title. */
export function sectionAsked({ asked }: Section, cells: Cells): { onlyIf: string; shut: string } {
  if (asked === undefined) return { onlyIf: '', shut: '' }
  const shut = isShut(asked, cells) ? `Dieser Abschnitt entfällt: Wir fragen ihn ${onlyAskedIf(asked)}.` : ''
  return { onlyIf: `${asked.words}.`, shut }
}
