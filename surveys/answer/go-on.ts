import type { Instrument, Question } from '../compile/instrument.ts'
import { isClosed, type Raw } from './cells.ts'
import { readCells } from './read-cells.ts'

/** What a paper calls an answer that can be ticked. */
export const answerKey = (name: string, value: string): string => `${name}=${value}`

/**
 * Where to go on after an answer that alone decides that what comes next is not asked: the number of the next question that is, '' where
 * there is none.
 */
export function goOnAfter(instrument: Instrument): Map<string, string> {
  const goOn = new Map<string, string>()
  if (instrument.filters.length === 0) return goOn
  const order = instrument.sections.flatMap(({ questions }) => questions)
  const closedBy = (raw: Raw) => {
    const cells = readCells(instrument, raw)
    return order.map(({ variables }) => variables.every(({ name }) => isClosed(cells, name)))
  }
  // What hangs on something being answered at all is closed on a blank paper, and says nothing of an answer.
  const always = closedBy({})
  for (const [place, question] of order.entries()) {
    for (const [name, value] of [question, ...question.parts].flatMap(decidingAnswers)) {
      const closed = closedBy({ [name]: value })
      let next = place + 1
      while (closed[next] && !always[next]) next += 1
      if (next > place + 1) goOn.set(answerKey(name, value), order[next]?.number ?? '')
    }
  }
  return goOn
}

/** The answers that say all that a question asks: one of a list, or what excludes the rest of it. */
function decidingAnswers({ definition, id }: Question): [name: string, value: string][] {
  if (definition.kind === 'choice') return definition.options.map(({ code }) => [id, code])
  if (definition.kind !== 'choices') return []
  return definition.options.flatMap(({ code, exclusive }) => (exclusive ? [[`${id}_${code}`, '1']] : []))
}
