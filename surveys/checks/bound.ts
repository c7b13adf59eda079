import { textOf } from '../answer/cells.ts'
import { typeOf } from '../types/index.ts'
import type { BoundCheck } from './check.ts'
import type { CheckKind } from './kind.ts'
import { fillSentence } from './sentence.ts'

/** A day or month must lie on one side of another, and its sentence names it. */
export const bound: CheckKind<BoundCheck> = {
  judge({ variable, type, relation, bound, message }, { cells }) {
    const value = textOf(cells, variable)
    const holds = value === '' || (relation === 'atMost' ? value <= bound : value >= bound)
    return holds
      ? 'holds'
      : { fields: [variable], message: fillSentence(message, { links: typeOf(type).shown(value) }) }
  },
  fields: ({ variable }) => [variable],
  inCodebook: true,
}
