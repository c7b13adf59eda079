import { isFilled, numberOf, textOf } from '../answer/cells.ts'
import type { OtherCheck } from './check.ts'
import type { CheckKind } from './kind.ts'

/** 'Other' chosen and not named, or named and not chosen. */
export const other: CheckKind<OtherCheck> = {
  judge({ option, code, zeroIsNone, text, message }, { cells }) {
    const isNone = zeroIsNone && numberOf(cells, option) === 0
    const chosen = code === undefined ? isFilled(cells, option) && !isNone : textOf(cells, option) === code
    return chosen === isFilled(cells, text) ? 'holds' : { fields: [option, text], message }
  },
  fields: ({ option, text }) => [option, text],
  inCodebook: false,
}
