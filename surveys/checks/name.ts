import type { NameCheck as NameDefinition } from '../../schemas/questionnaire.ts'
import { textOf } from '../answer/cells.ts'
import { checkName } from '../reading/gkz.ts'
import type { NameCheck } from './check.ts'
import type { WrittenKind } from './kind.ts'
import { foundIn } from './problem-found.ts'

/** The name of a Kommune must be the one of the Kommune that answers. */
export const name: WrittenKind<NameDefinition, NameCheck> = {
  compile({ id, kind, severity, variable }, path, { variables, problems }) {
    const text = variables.find(({ name }) => name === variable)
    if (text?.type === 'text') {
      const message = 'Der Name muss der der Kommune sein, die antwortet.'
      return [{ id, kind, severity, questions: [text.question], message, variable }]
    }
    const message = text ? `„${variable}“ ist keine Textzeile.` : `Die Variable „${variable}“ gibt es nicht.`
    problems.push({ path: `${path}/variable`, message })
    return []
  },
  judge({ variable }, { cells, around }) {
    const typed = textOf(cells, variable)
    return typed === '' ? 'holds' : foundIn(variable, checkName(typed, around.unit, around.register))
  },
  fields: ({ variable }) => [variable],
  inCodebook: false,
}
