import type { UnitState } from '../../analysis/rollup/roll-up.ts'
import { canonicalJson, sha256 } from '../../surveys/definition/canonical.ts'

/** What lies before a unit, in few signs: whoever signs must have seen just that. */
export const seenOf = ({ offered }: Pick<UnitState, 'offered'>): string => sha256(canonicalJson(offered))
