import type { MatrixQuestion } from '../../schemas/questionnaire.ts'
import { askedItem } from '../view/asked-view.ts'
import { lastWords, timeOf } from '../view/last-answer.ts'
import { type Kind, variable } from './kind.ts'
import { otherCheck, otherOutline, otherVariable, otherView } from './other.ts'

/** One step of the same scale for each row. The variable of a row holds the code of the step. */
export const matrix: Kind<MatrixQuestion> = {
  variables: ({ rows, scale }, place) =>
    rows.flatMap((row) => [
      variable(place, {
        name: `${place.id}_${row.code}`,
        type: 'choice',
        role: 'item',
        label: row.label,
        options: scale,
      }),
      ...otherVariable(place, row),
    ]),

  checks: ({ id }, { rows }) => rows.flatMap((row) => otherCheck(id, row)),

  view: ({ id }, { rows, scale }, answered) => ({
    scale,
    steps: rows.map((row) => {
      const name = `${id}_${row.code}`
      const { raw, last } = answered
      const then = lastWords({ name, type: 'choice', options: scale }, last)
      const text = last === undefined || then === '' ? '' : `${timeOf(last)}: ${then}`
      return {
        name,
        label: row.label,
        ...askedItem(name, answered),
        value: raw[name] ?? '',
        last: text,
        other: otherView(id, row, raw),
      }
    }),
  }),

  outline: ({ id }, { rows, scale }) => ({
    scale,
    rows: rows.map((row) => ({ name: `${id}_${row.code}`, label: row.label, other: otherOutline(id, row) })),
  }),
}
