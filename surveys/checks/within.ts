import type { WithinCheck as WithinDefinition } from '../../schemas/questionnaire.ts'
import type { Question, Variable } from '../compile/instrument.ts'
import { isNumberType } from '../types/index.ts'
import type { Right, WithinCheck } from './check.ts'
import type { WrittenKind } from './kind.ts'
import { type Known, resolve } from './references.ts'
import { relation } from './relation.ts'

/**
 * Each item of a question against that of another. One comparison per item, since each of them can be wrong, justified and
 * corrected by itself.
 */
export const within: WrittenKind<WithinDefinition, WithinCheck> = {
  ...relation,
  compile(definition, path, known) {
    const part = countsQuestion(definition.part, `${path}/part`, known)
    const whole = countsQuestion(definition.whole, `${path}/whole`, known)
    if (part === undefined || whole === undefined) return []
    const total =
      definition.total === undefined ? undefined : resolve({ variable: definition.total }, `${path}/total`, known)
    const items = whole.variables.filter((one) => isNumberType(one.type)).map((one) => one.name)
    const leftOver = (item: Variable, all: string[]): Right => ({
      terms: [
        { factor: 1, variables: all },
        { factor: -1, variables: items.filter((name) => name !== item.name) },
      ],
    })
    const unknown = whole.variables.filter(({ role }) => role === 'unknown').map(({ name }) => name)
    return part.variables.flatMap(({ name, role, label }): WithinCheck[] => {
      if (role !== 'item') return []
      const code = name.slice(part.id.length)
      const counterpart = whole.variables.find((one) => one.role === 'item' && one.name === whole.id + code)
      if (counterpart === undefined) {
        known.problems.push({ path, message: `„${name}“ hat in „${whole.id}“ kein Gegenstück „${whole.id}${code}“.` })
        return []
      }
      const { id, kind, severity, message } = definition
      const questions = [part.id, whole.id]
      const right = total === undefined ? { variables: [counterpart.name, ...unknown] } : leftOver(counterpart, total)
      return [
        { id: id + code, kind, severity, questions, message, left: [name], relation: 'atMost', right, item: label },
      ]
    })
  },
}

function countsQuestion(id: string, path: string, { questions, problems }: Known): Question | undefined {
  const question = questions.get(id)
  if (question?.kind === 'counts') return question
  const message = question ? `Die Frage „${id}“ ist keine Gruppe von Zahlen.` : `Die Frage „${id}“ gibt es nicht.`
  problems.push({ path, message })
  return undefined
}
