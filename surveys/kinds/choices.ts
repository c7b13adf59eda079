import type { ChoicesPart, ChoicesQuestion } from '../../schemas/questionnaire.ts'
import type { Check } from '../instrument.ts'
import { type Kind, variable } from './kind.ts'

/** Several of a list. Each option is a variable of its own, so that no list needs to be packed into one column. */
export const choices: Kind<ChoicesQuestion | ChoicesPart> = {
  variables: ({ options }, place) =>
    options.flatMap(({ code, label, other }) => {
      const name = `${place.id}_${code}`
      const option = variable(place, { name, type: 'flag', role: 'option', label })
      return other === undefined
        ? [option]
        : [option, variable(place, { name: `${name}_text`, type: 'text', role: 'other', label: other })]
    }),

  checks: ({ id }, { options }) =>
    options.flatMap(({ code, label, other, exclusive }): Check[] => {
      const option = `${id}_${code}`
      const found: Check[] = []
      if (other !== undefined) {
        found.push({
          id: `${option}_benannt`,
          kind: 'other',
          severity: 'signal',
          questions: [id],
          message: `„${label}“ und das Textfeld dazu gehören zusammen: Bitte kreuzen Sie an und benennen Sie.`,
          option,
          text: `${option}_text`,
        })
      }
      if (exclusive) {
        found.push({
          id: `${option}_allein`,
          kind: 'exclusive',
          severity: 'error',
          questions: [id],
          message: `„${label}“ schließt die übrigen Antworten aus. Bitte nehmen Sie eine der Angaben zurück.`,
          option,
          others: options.filter((one) => one.code !== code).map((one) => `${id}_${one.code}`),
        })
      }
      return found
    }),

  view: ({ id }, { options }, { raw }) => ({
    options: options.map(({ code, label, other, exclusive }) => {
      const name = `${id}_${code}`
      return {
        name,
        label,
        checked: raw[name] === '1',
        exclusive: exclusive === true,
        other: other === undefined ? null : { name: `${name}_text`, label: other, value: raw[`${name}_text`] ?? '' },
      }
    }),
  }),

  outline: ({ id }, { options }) => ({
    options: options.map(({ code, label, other, exclusive }) => ({
      name: `${id}_${code}`,
      code,
      label,
      exclusive: exclusive === true,
      other: other === undefined ? null : { name: `${id}_${code}_text`, label: other },
    })),
  }),
}
