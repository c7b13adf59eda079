import type { Continue } from '../../analysis/panel/partner.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { type Continued, continuedVariables } from '../../surveys/concordance/concordance.ts'
import type { PanelRules } from './surveys.ts'

/** What continues what, worked out once for each pair of questionnaires: every variable of a comparison asks for it. */
export function continuesOf({ concordances }: PanelRules): Continue {
  const known = new Map<Instrument, Map<Instrument, Continued[]>>()
  return (before, after) => {
    const ofBefore = known.get(before) ?? new Map<Instrument, Continued[]>()
    known.set(before, ofBefore)
    const found = ofBefore.get(after) ?? continuedVariables(concordances, before, after)
    ofBefore.set(after, found)
    return found
  }
}
