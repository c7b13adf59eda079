import type { CompositeQuestion } from '../../schemas/questionnaire.ts'
import { viewQuestion } from '../question-view.ts'
import { kindOf } from './index.ts'
import type { Kind } from './kind.ts'

/** One printed question that asks several things: each part is a question of its own kind without a number of its own. */
export const composite: Kind<CompositeQuestion> = {
  variables: ({ parts }, place) =>
    parts.flatMap((part) => kindOf(part.kind).variables(part, { id: part.id, number: place.number })),
  checks: ({ parts }) => parts.flatMap((part) => kindOf(part.kind).checks(part, part.definition)),
  view: ({ parts }, _definition, answered) => ({ parts: parts.map((part) => viewQuestion(part, answered)) }),
  outline: ({ parts }) => {
    const outlines = parts.map((part) => kindOf(part.kind).outline(part, part.definition))
    return {
      items: outlines.flatMap((one) => one.items ?? []),
      options: outlines.flatMap((one) => one.options ?? []),
    }
  },
}
