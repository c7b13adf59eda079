import type { ChoicePart, ChoiceQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'
import { otherCheck, otherOutline, otherVariable, otherView } from './other.ts'

/** One of a list. Its variable holds the code of the option. */
export const choice: Kind<ChoiceQuestion | ChoicePart> = {
  variables: ({ title, options }, place) => [
    variable(place, { name: place.id, type: 'choice', role: 'item', label: title, options }),
    ...options.flatMap((option) => otherVariable(place, option)),
  ],

  checks: ({ id }, { options }) =>
    options.flatMap((option) => otherCheck(id, option, { option: id, code: option.code })),

  view: ({ id }, { options }, { raw }) => ({
    options: options.map((option) => ({
      name: id,
      value: option.code,
      label: option.label,
      asked: '',
      closed: false,
      checked: raw[id] === option.code,
      exclusive: false,
      other: otherView(id, option, raw),
    })),
  }),

  outline: ({ id }, { options }) => ({
    options: options.map((option) => ({
      name: id,
      code: option.code,
      label: option.label,
      exclusive: false,
      other: otherOutline(id, option),
    })),
  }),
}
