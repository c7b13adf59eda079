import type { GkzQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'

/** The key of the Kommune. */
export const gkz: Kind<GkzQuestion> = {
  variables: (_definition, place) => [
    variable(place, { name: place.id, type: 'gkz', role: 'item', label: 'Gemeindekennziffer (GKZ)' }),
  ],
  checks: ({ id }) => [
    {
      id: `${id}_gueltig`,
      kind: 'gkz',
      severity: 'error',
      questions: [id],
      message: 'Die Gemeindekennziffer muss die der Kommune sein, für die der Zugangscode gilt.',
      variable: id,
    },
  ],
  view: ({ id }, _definition, { raw, findings }) => {
    const finding = findings.find((one) => one.check === `${id}_gueltig`)
    return {
      field: { name: id, value: raw[id] ?? '', error: finding?.message ?? '', suggestion: finding?.suggestion ?? null },
    }
  },
  outline: ({ id, variables }) => ({ items: [{ name: id, label: variables[0]?.label ?? '', unknown: false }] }),
}
