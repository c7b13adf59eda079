import type { FormatCheck as FormatDefinition } from '../../schemas/questionnaire.ts'
import { textOf } from '../answer/cells.ts'
import { typeOf } from '../types/index.ts'
import type { FormatCheck } from './check.ts'
import type { WrittenKind } from './kind.ts'
import { fillSentence } from './sentence.ts'

const formats: Record<FormatCheck['format'], (text: string) => boolean> = {
  mail: (text) => /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}$/.test(text),
  month: (text) => typeOf('month').read(text).state === 'given',
}

/** A text has the form of a mail address, or names a month. */
export const format: WrittenKind<FormatDefinition, FormatCheck> = {
  compile({ id, kind, severity, variable: name, format, message }, path, { variables, problems }) {
    const variable = variables.find((one) => one.name === name)
    if (variable === undefined || typeOf(variable.type).sql !== 'text') {
      problems.push({ path: `${path}/variable`, message: `„${name}“ ist keine Textzeile.` })
      return []
    }
    return [{ id, kind, severity, questions: [variable.question], message, variable: name, format }]
  },
  judge({ variable, format, message }, { cells }) {
    const text = textOf(cells, variable)
    const fits = text === '' || formats[format](text)
    return fits ? 'holds' : { fields: [variable], message: fillSentence(message, { links: text }) }
  },
  fields: ({ variable }) => [variable],
  inCodebook: false,
}
