import { isClosed } from '../answer/cells.ts'
import { gemeindenProblems } from '../reading/gemeinden.ts'
import type { GemeindenCheck } from './check.ts'
import type { CheckKind } from './kind.ts'
import { foundIn } from './problem-found.ts'

/** Every line of a list must be a Kommune, and none twice. */
export const gemeinden: CheckKind<GemeindenCheck> = {
  judge({ variable }, { raw, cells, around }) {
    if (isClosed(cells, variable)) return 'holds'
    const [first] = gemeindenProblems(raw[variable] ?? '', around.register)
    return foundIn(variable, first, (value) => ({ value, label: 'Bestätigen' }))
  },
  fields: ({ variable }) => [variable],
  inCodebook: false,
}
