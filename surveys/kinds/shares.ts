import type { SharesQuestion } from '../../schemas/questionnaire.ts'
import { type Kind, variable } from './kind.ts'
import { numberRows } from './numbers.ts'
import { otherCheck, otherOutline, otherVariable, otherView } from './other.ts'
import { sharesTolerance } from './shares-tolerance.ts'

/** A group of shares in percent that add up to 100. */
export const shares: Kind<SharesQuestion> = {
  variables: ({ items }, place) =>
    items.flatMap((item) => [
      variable(place, { name: `${place.id}_${item.code}`, type: 'percent', role: 'item', label: item.label }),
      ...otherVariable(place, item),
    ]),
  checks: ({ id, number }, { items, rest }) => [
    {
      id: `${id}_summe`,
      kind: 'sum',
      severity: 'error',
      questions: [id],
      message: `Die Anteile in ${number} ergeben {links} Prozent, es müssen {rechts} sein: {abweichung}.`,
      left: items.map(({ code }) => `${id}_${code}`),
      relation: 'equal',
      right: { value: 100 },
      tolerance: sharesTolerance,
      blankIsZero: true,
    },
    ...items.flatMap((item) =>
      otherCheck(id, item, { option: `${id}_${item.code}`, ...(rest && { zeroIsNone: true }) }),
    ),
  ],
  view: (question, { lead, items }, answered) => {
    const others = new Map(
      items.map((item) => [`${question.id}_${item.code}`, otherView(question.id, item, answered.raw)]),
    )
    return {
      lead: lead ?? '',
      rows: numberRows(question, answered).map((row) => ({ ...row, other: others.get(row.name) ?? null })),
    }
  },
  outline: ({ id }, { items }) => ({
    items: items.map((item) => ({
      name: `${id}_${item.code}`,
      label: item.label,
      unknown: false,
      other: otherOutline(id, item),
    })),
  }),
}
