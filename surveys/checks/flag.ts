import { filledOf, isFilled } from '../answer/cells.ts'
import type { FlagCheck } from './check.ts'
import type { CheckKind } from './kind.ts'

/** The flag 'not available' and a value in the same question. */
export const flag: CheckKind<FlagCheck> = {
  judge({ flag, values, message }, { cells }) {
    const both = isFilled(cells, flag) ? filledOf(values, cells) : []
    return both.length > 0 ? { fields: [flag, ...both], message } : 'holds'
  },
  fields: ({ flag, values }) => [flag, ...values],
  inCodebook: false,
}
