import type { CountQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'
import { numberOutline, numberRows, unknownItem } from './numbers.ts'

/** One whole number. */
export const count: Kind<CountQuestion> = {
  variables: ({ label, unknown }, place) => [
    variable(place, { name: place.id, type: 'count', role: 'item', label }),
    ...unknownItem(place, unknown),
  ],
  checks: () => [],
  view: (question, _definition, answered) => ({ rows: numberRows(question, answered) }),
  outline: numberOutline,
}
