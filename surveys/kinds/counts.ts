import type { CountsQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'
import { numberOutline, numberRows, unknownItem } from './numbers.ts'

/** A group of whole numbers. */
export const counts: Kind<CountsQuestion> = {
  variables: ({ items, unknown, register = {} }, place) => [
    ...items.map(({ code, label }) => {
      const beside = register[code]
      const item = { name: `${place.id}_${code}`, type: 'count', role: 'item', label } as const
      return variable(place, { ...item, ...(beside && { register: beside }) })
    }),
    ...unknownItem(place, unknown),
  ],
  checks: () => [],
  view: (question, { lead }, answered) => ({ lead: lead ?? '', rows: numberRows(question, answered) }),
  outline: numberOutline,
}
