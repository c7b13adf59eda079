import type { ChoicesPart, ChoicesQuestion } from '../../schemas/questionnaire.ts'
import { chosenWords } from '../answer/sentences.ts'
import type { Check } from '../checks/check.ts'
import { askedItem } from '../view/asked-view.ts'
import { type Kind, variable } from './kind.ts'
import { otherCheck, otherOutline, otherVariable, otherView } from './other.ts'

/** Several of a list. Each option is a variable of its own, so that no list needs to be packed into one column. */
export const choices: Kind<ChoicesQuestion | ChoicesPart> = {
  variables: ({ options }, place) =>
    options.flatMap((option) => [
      variable(place, { name: `${place.id}_${option.code}`, type: 'flag', role: 'option', label: option.label }),
      ...otherVariable(place, option),
    ]),

  checks: ({ id, number }, { options, atMost, exactly }) => {
    const names = options.map(({ code }) => `${id}_${code}`)
    const most = exactly ?? atMost
    const limits: Check[] = []
    const chosen = { kind: 'chosen' as const, questions: [id], options: names }
    if (most !== undefined) {
      const message = `In ${number} können Sie höchstens ${most} Antworten ankreuzen. Bitte nehmen Sie die übrigen zurück.`
      limits.push({ ...chosen, id: `${id}_hoechstens`, severity: 'error', relation: 'atMost', count: most, message })
    }
    if (exactly !== undefined) {
      const message = `In ${number} ist nach ${exactly} Antworten gefragt, angekreuzt sind weniger.`
      limits.push({ ...chosen, id: `${id}_genau`, severity: 'signal', relation: 'atLeast', count: exactly, message })
    }
    const exclusive = options.flatMap(({ code, label, exclusive }): Check[] =>
      exclusive
        ? [
            {
              id: `${id}_${code}_allein`,
              kind: 'exclusive',
              severity: 'error',
              questions: [id],
              message: `„${label}“ schließt die übrigen Antworten aus. Bitte nehmen Sie eine der Angaben zurück.`,
              option: `${id}_${code}`,
              others: names.filter((name) => name !== `${id}_${code}`),
            },
          ]
        : [],
    )
    return [...options.flatMap((option) => otherCheck(id, option)), ...exclusive, ...limits]
  },

  view: ({ id }, { options, atMost, exactly }, answered) => {
    const { raw } = answered
    const most = exactly ?? atMost ?? null
    const rows = options.map((option) => {
      const name = `${id}_${option.code}`
      return {
        name,
        value: '1',
        label: option.label,
        ...askedItem(name, answered),
        checked: raw[name] === '1',
        exclusive: option.exclusive === true,
        other: otherView(id, option, raw),
      }
    })
    const chosen = rows.filter(({ checked, closed }) => checked && !closed).length
    return {
      options: rows,
      atMost: most,
      exactly: exactly !== undefined,
      chosen: most === null ? '' : chosenWords(chosen, most, exactly !== undefined),
    }
  },

  outline: ({ id }, { options }) => ({
    options: options.map((option) => ({
      name: `${id}_${option.code}`,
      code: option.code,
      label: option.label,
      exclusive: option.exclusive === true,
      other: otherOutline(id, option),
    })),
  }),
}
