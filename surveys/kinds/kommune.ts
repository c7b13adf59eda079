import type { KommuneQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'

/** The name of the Kommune that answers: the register knows it, so it is confirmed and not typed. */
export const kommune: Kind<KommuneQuestion> = {
  variables: (_definition, place) => [
    {
      ...variable(place, { name: place.id, type: 'text', role: 'item', label: 'Name der Kommune, bestätigt' }),
      box: true,
    },
  ],
  checks: ({ id }) => [
    {
      id: `${id}_name`,
      kind: 'name',
      severity: 'signal',
      questions: [id],
      message: 'Der Name muss der der Kommune sein, die antwortet.',
      variable: id,
    },
  ],
  view: ({ id }, _definition, { raw, kommune }) => {
    const value = raw[id] ?? ''
    const name = kommune?.name ?? ''
    return { name: id, kommune: name, value, confirmed: value !== '' && value === name }
  },
  outline: ({ id }, { title }) => ({ items: [{ name: id, label: title, unknown: false }] }),
}
