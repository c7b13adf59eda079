import type { GemeindenQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'

/**
 * A list of Kommunen that grows, one a line, by name or key. Its text is spelled out when it is saved, and its answer is
 * the keys.
 */
export const gemeinden: Kind<GemeindenQuestion> = {
  variables: ({ title }, place) => [variable(place, { name: place.id, type: 'gemeinden', role: 'item', label: title })],
  checks: ({ id }) => [
    {
      id: `${id}_bekannt`,
      kind: 'gemeinden',
      severity: 'error',
      questions: [id],
      message: 'Jede Zeile muss eine Kommune nennen.',
      variable: id,
    },
  ],
  view: ({ id }, _definition, { raw, findings }) => {
    const finding = findings.find(({ check }) => check === `${id}_bekannt`)
    const { message: error = '', suggestions = [] } = finding ?? {}
    return { field: { name: id, value: raw[id] ?? '', error, suggestions } }
  },
  outline: ({ id }, { title }) => ({ items: [{ name: id, label: title, unknown: false }] }),
}
