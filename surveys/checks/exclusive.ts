import { filledOf, isFilled } from '../answer/cells.ts'
import type { ExclusiveCheck } from './check.ts'
import type { CheckKind } from './kind.ts'

/** An exclusive option beside others. */
export const exclusive: CheckKind<ExclusiveCheck> = {
  judge({ option, others, message }, { cells }) {
    const both = isFilled(cells, option) ? filledOf(others, cells) : []
    return both.length > 0 ? { fields: [option, ...both], message } : 'holds'
  },
  fields: ({ option, others }) => [option, ...others],
  inCodebook: false,
}
