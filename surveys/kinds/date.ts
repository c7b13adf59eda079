import type { DatePart, DateQuestion } from '../../schemas/questionnaire.ts'
import type { BoundCheck } from '../checks/check.ts'
import { typeOf } from '../types/index.ts'
import { type Kind, variable } from './kind.ts'

const precisions = {
  day: {
    type: 'date',
    what: 'Tagen',
    from: 'ab dem',
    to: 'bis zum',
    hint: 'Tag, Monat und Jahr, zum Beispiel 15.12.2018',
  },
  month: { type: 'month', what: 'Monaten', from: 'ab', to: 'bis', hint: 'Monat und Jahr, zum Beispiel 12/2018' },
} as const

/**
 * A day or a month, in one field for text: people copy dates from letters and know them by heart, and nobody has to page
 * through a calendar or to learn in which order three fields stand. What was read is shown at once.
 */
export const date: Kind<DateQuestion | DatePart> = {
  variables: ({ title, precision }, place) => [
    variable(place, { name: place.id, type: precisions[precision].type, role: 'item', label: title }),
  ],

  checks: ({ id, number }, { precision, earliest, latest, severity = 'signal' }) => {
    const { type, what, from, to } = precisions[precision]
    const limit = (relation: BoundCheck['relation'], bound: string | undefined): BoundCheck[] => {
      if (bound === undefined) return []
      const [code, words] = relation === 'atLeast' ? ['frueh', from] : ['spaet', to]
      const message = `In ${number} steht {links}, gefragt ist nach ${what} ${words} ${typeOf(type).shown(bound)}.`
      return [
        { id: `${id}_${code}`, kind: 'bound', severity, questions: [id], message, variable: id, type, relation, bound },
      ]
    }
    return [...limit('atLeast', earliest), ...limit('atMost', latest)]
  },

  view: ({ id }, { precision }, { raw, cells }) => {
    const { type, hint } = precisions[precision]
    const cell = cells.get(id)
    const { field, keys } = typeOf(type)
    return {
      field: {
        name: id,
        value: cell?.state === 'given' ? field(cell.value) : (raw[id] ?? ''),
        error: cell?.state === 'unreadable' ? cell.message : '',
        precision,
        type,
        keys,
        hint,
      },
    }
  },

  outline: ({ id }, { title }) => ({ items: [{ name: id, label: title, unknown: false }] }),
}
