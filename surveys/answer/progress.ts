import { namesUnit } from '../codebook/columns.ts'
import type { Question, Variable } from '../compile/instrument.ts'
import { type Cells, isFilled } from './cells.ts'

export interface Progress {
  filled: number
  total: number
}

/**
 * How much of some questions has been answered. Each number and text counts once, a list of options once as a whole;
 * comments and the naming of 'other' do not count, nor does the key or number that is filled in from the start. 'Not
 * available' is an answer, and what does not apply is not asked.
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
    const applies = ({ name }: Variable) => cells.get(name)?.state !== 'notApplicable'
    if (options.some(applies)) count(options.some(({ name }) => isFilled(cells, name)))
    for (const variable of itemsOf(question)) {
      const { name, type } = variable
      if (namesUnit.has(type) || !applies(variable)) continue
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
  const blank = itemsOf(question).filter(({ name }) => cells.get(name)?.state === 'blank')
  return [...unanswered, ...blank.map(({ label }) => label)]
}

/** What a question wants an answer to: no remarks, and no rows of a table that are there to be added to it. */
function itemsOf({ kind, variables }: Question): Variable[] {
  const names = new Set(variables.map(({ name }) => name))
  return variables.filter(({ name, role }) => {
    const isAsked = role === 'item' || role === 'unknown'
    const isOptional = kind === 'longtext' || (kind === 'matrix' && names.has(`${name}_text`))
    return isAsked && !isOptional
  })
}
