import { isFilled } from '../answer/cells.ts'
import { checkGkz } from '../reading/gkz.ts'
import { checkImNumber } from '../reading/im-number.ts'
import type { UnitCheck } from './check.ts'
import type { CheckKind } from './kind.ts'
import { foundIn } from './problem-found.ts'

/** The key of a Kommune or the number of a person must be the one that the access code was made for. */
export const unit: CheckKind<UnitCheck> = {
  judge({ unit, variable }, { raw, cells, around }) {
    if (!isFilled(cells, variable)) return 'holds'
    const checkUnit = unit === 'gkz' ? checkGkz : checkImNumber
    return foundIn(variable, checkUnit(raw[variable] ?? '', around.unit, around.register))
  },
  fields: ({ variable }) => [variable],
  inCodebook: false,
}
