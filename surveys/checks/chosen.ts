import { filledOf } from '../answer/cells.ts'
import type { ChosenCheck } from './check.ts'
import type { CheckKind } from './kind.ts'

/** Too many options of a list, or fewer than asked for. */
export const chosen: CheckKind<ChosenCheck> = {
  judge({ options, relation, count, message }, { cells }) {
    const fields = filledOf(options, cells)
    const holds = fields.length === 0 || (relation === 'atMost' ? fields.length <= count : fields.length >= count)
    return holds ? 'holds' : { fields, message }
  },
  fields: ({ options }) => options,
  inCodebook: false,
}
