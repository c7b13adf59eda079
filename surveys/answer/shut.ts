import type { Filter, Question, Section } from '../compile/instrument.ts'
import { type Cells, isFilled } from './cells.ts'

/** Whether something is not asked of whoever answers. */
export const isShut = (filter: Filter | undefined, cells: Cells): boolean =>
  filter !== undefined && isFilled(cells, filter.variable)

/** The printed numbers of the questions of a section that are asked now and were not before, or of which some item is. */
export function newlyAsked({ asked, questions }: Section, before: Cells, after: Cells): string[] {
  const opens = (filter: Filter | undefined) => isShut(filter, before) && !isShut(filter, after)
  const isNew = (question: Question): boolean =>
    opens(asked) || opens(question.asked) || question.variables.some((variable) => opens(variable.asked))
  const isAsked = (question: Question) => !isShut(asked, after) && !isShut(question.asked, after)
  return questions.filter((question) => isAsked(question) && isNew(question)).map(({ number }) => number)
}
