import type {
  CountPart,
  CountQuestion,
  DecimalPart,
  DecimalQuestion,
  PercentQuestion,
} from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'
import { numberOutline, numberRows, unknownItem } from './numbers.ts'

/** One number: whole, with decimals, or in percent. */
export const number: Kind<CountQuestion | CountPart | DecimalQuestion | DecimalPart | PercentQuestion> = {
  variables: (definition, place) => [
    variable(place, {
      name: place.id,
      type: definition.kind,
      role: 'item',
      label: definition.label,
      ...(definition.register && { register: definition.register }),
    }),
    ...unknownItem(place, 'unknown' in definition ? definition.unknown : undefined),
  ],
  checks: () => [],
  view: (question, _definition, answered) => ({ lead: '', rows: numberRows(question, answered) }),
  outline: numberOutline,
}
