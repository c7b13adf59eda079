import type { LongtextPart, LongtextQuestion, TextPart, TextQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'

/** One line of text, or several. */
export const text: Kind<TextQuestion | TextPart | LongtextQuestion | LongtextPart> = {
  variables: (definition, place) => [
    {
      ...variable(place, { name: place.id, type: definition.kind, role: 'item', label: definition.title }),
      contact: 'contact' in definition && definition.contact === true,
    },
  ],
  checks: () => [],
  view: ({ id }, _definition, { raw }) => ({ field: { name: id, value: raw[id] ?? '' } }),
  outline: ({ id }, { title }) => ({ items: [{ name: id, label: title, unknown: false }] }),
}
