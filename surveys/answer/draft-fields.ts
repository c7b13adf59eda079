import type { Check } from '../checks/check.ts'
import type { Instrument, Section, Variable } from '../compile/instrument.ts'

/** A field of the draft: something that is asked, or something said about the answers. */
export type DraftField = Pick<Variable, 'name' | 'type' | 'label' | 'number' | 'question' | 'options' | 'box'>

/** No variable has a dot in its name, so what is said about answers never meets an answer. */
export const reasonField = (check: string): string => `grund.${check}`
export const textField = (check: string): string => `text.${check}`
/** The values for which a reason was given. The server alone writes it. */
export const validityField = (check: string): string => `gilt.${check}`
export const doneField = (section: string): string => `erledigt.${section}`

/** What stands in a draft and was typed by nobody. */
export const isOfServer = (name: string): boolean => name.startsWith(validityField(''))

/** The check that a field gives a reason for. */
export const justifiedBy = (name: string): string | undefined => /^(?:grund|text)\.(.+)$/.exec(name)?.[1]

/** What somebody can say to a signal: why it is so, and in a sentence of their own. */
export function reasonFields({ id, questions }: Check, { reasonsOf, questions: all }: Instrument): DraftField[] {
  const options = reasonsOf.get(id)
  if (options === undefined) return []
  const [question = ''] = questions
  const number = all.get(question)?.number ?? ''
  return [
    { name: reasonField(id), type: 'choice', label: 'Grund', number, question, options },
    { name: textField(id), type: 'longtext', label: 'Erläuterung', number, question },
  ]
}

/** The mark that somebody sets at the end of a section. */
export const doneFieldOf = ({ id, title, questions }: Section): DraftField => ({
  name: doneField(id),
  type: 'flag',
  label: `Abschnitt „${title}“ erledigt`,
  number: questions[0]?.number ?? '',
  question: '',
})
