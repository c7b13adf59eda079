import type { Question } from '../compile/instrument.ts'
import { type Cells, isFilled } from './cell.ts'

export interface Progress {
  filled: number
  total: number
}

/**
 * How much of some questions has been answered. Each number and text counts once, a list of options once as a whole;
 * comments and the naming of 'other' do not count. 'Not available' is an answer, and what does not apply is not asked.
 */
export function progressOf(questions: readonly Question[], cells: Cells): Progress {
  const progress = { filled: 0, total: 0 }
  const count = (answered: boolean) => {
    progress.total += 1
    if (answered) progress.filled += 1
  }
  for (const question of questions) {
    if (question.parts.length > 0) {
      const parts = progressOf(question.parts, cells)
      progress.filled += parts.filled
      progress.total += parts.total
      continue
    }
    const options = question.variables.filter(({ role }) => role === 'option')
    const applies = ({ name }: { name: string }) => cells.get(name)?.state !== 'notApplicable'
    if (options.some(applies)) count(options.some(({ name }) => isFilled(cells, name)))
    for (const { name, role } of question.variables) {
      if ((role !== 'item' && role !== 'unknown') || !applies({ name })) continue
      count(isFilled(cells, name) || cells.get(name)?.state === 'notAvailable')
    }
  }
  return progress
}

/** The labels of what is still blank in a question. */
export function blanksOf(question: Question, cells: Cells): string[] {
  if (question.parts.length > 0) return question.parts.flatMap((part) => blanksOf(part, cells))
  const options = question.variables.filter(({ role }) => role === 'option')
  const isBlank = options.length > 0 && options.every(({ name }) => cells.get(name)?.state === 'blank')
  const unanswered = isBlank ? [question.title] : []
  const items = question.variables.filter(({ role }) => role === 'item' || role === 'unknown')
  return [...unanswered, ...items.filter(({ name }) => cells.get(name)?.state === 'blank').map(({ label }) => label)]
}
