import type { GkzQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'
import { unitCheck, unitView } from './unit.ts'

/** The key of the Kommune. */
export const gkz: Kind<GkzQuestion> = {
  variables: (_definition, place) => [
    variable(place, { name: place.id, type: 'gkz', role: 'item', label: 'Gemeindekennziffer (GKZ)' }),
  ],
  checks: ({ id }) => [
    unitCheck(id, 'gkz', 'Die Gemeindekennziffer muss die der Kommune sein, für die der Zugangscode gilt.'),
  ],
  view: (question, _definition, answered) => unitView(question, answered),
  outline: ({ id, variables }) => ({ items: [{ name: id, label: variables[0]?.label ?? '', unknown: false }] }),
}
