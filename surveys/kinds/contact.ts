import type { ContactQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'

/** Some lines of contact data, which are kept apart from the answers. */
export const contact: Kind<ContactQuestion> = {
  variables: ({ fields }, place) =>
    fields.map(({ code, label }) =>
      variable(place, { name: `${place.id}_${code}`, type: 'text', role: 'item', label, contact: true }),
    ),
  checks: () => [],
  view: ({ id }, { fields }, { raw }) => ({
    lines: fields.map(({ code, label, format }) => {
      const name = `${id}_${code}`
      return { name, label, value: raw[name] ?? '', format: format ?? 'text' }
    }),
  }),
  outline: ({ id }, { fields }) => ({
    items: fields.map(({ code, label }) => ({ name: `${id}_${code}`, label, unknown: false })),
  }),
}
