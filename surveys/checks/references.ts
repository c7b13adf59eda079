import type { Reference } from '../../schemas/questionnaire.ts'
import type { Question, Variable } from '../compile/instrument.ts'
import type { Problem } from '../definition/problem.ts'
import { isNumberType } from '../types/index.ts'

/** What a definition asks, and where its faults are noted. */
export interface Known {
  questions: ReadonlyMap<string, Question>
  variables: readonly Variable[]
  problems: Problem[]
}

/** The names of the numbers that some references mean. */
export const resolveAll = (references: readonly Reference[], path: string, known: Known): string[] =>
  references.flatMap((reference, index) => resolve(reference, `${path}/${index}`, known))

/** The names of the numbers that a reference means; none, and a problem, if there are none. */
export function resolve(reference: Reference, path: string, { questions, variables, problems }: Known): string[] {
  const fail = (message: string) => {
    problems.push({ path, message })
    return []
  }
  if ('variable' in reference) {
    const variable = variables.find(({ name }) => name === reference.variable)
    if (variable === undefined) return fail(`Die Variable „${reference.variable}“ gibt es nicht.`)
    return isNumberType(variable.type)
      ? [variable.name]
      : fail(`„${variable.name}“ ist keine Zahl und lässt sich nicht vergleichen.`)
  }
  const question = questions.get(reference.question)
  if (question === undefined) return fail(`Die Frage „${reference.question}“ gibt es nicht.`)
  const numbers = question.variables.filter(({ type }) => isNumberType(type))
  if (numbers.length === 0)
    return fail(`Die Frage „${question.id}“ fragt nicht nach Zahlen und lässt sich nicht vergleichen.`)
  const { only } = reference
  const chosen = numbers.filter(({ role }) => only === undefined || (role === 'unknown') === (only === 'unknown'))
  return chosen.length > 0
    ? chosen.map(({ name }) => name)
    : fail(`Die Frage „${question.id}“ hat kein Feld dieser Art.`)
}

/** The ids of the questions of some variables, each once. */
export function questionsOf(names: readonly string[], { variables }: Pick<Known, 'variables'>): string[] {
  const questionOf = new Map(variables.map(({ name, question }) => [name, question]))
  return [...new Set(names.flatMap((name) => questionOf.get(name) ?? []))]
}
