import type { ImNumberQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'
import { unitCheck, unitView } from './unit.ts'

/** The number of an Integrationsmanager/-in. */
export const imNumber: Kind<ImNumberQuestion> = {
  variables: (_definition, place) => [
    variable(place, { name: place.id, type: 'im_number', role: 'item', label: 'Integrationsmanagernummer' }),
  ],
  checks: ({ id }) => [
    unitCheck(id, 'im_number', 'Die Nummer muss die der Person sein, für die der Zugangscode gilt.'),
  ],
  view: (question, _definition, answered) => unitView(question, answered),
  outline: ({ id, variables }) => ({ items: [{ name: id, label: variables[0]?.label ?? '', unknown: false }] }),
}
