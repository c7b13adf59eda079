import type { Raw } from '../../../surveys/answer/cells.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { shownValue } from '../../../surveys/view/shown.ts'

export interface Difference {
  number: string
  label: string
  before: string
  after: string
}

/** What a correction has changed, field by field. */
export function differences(instrument: Instrument, before: Raw, after: Raw): Difference[] {
  const [old, now] = [readCells(instrument, before), readCells(instrument, after)]
  return instrument.variables.flatMap((variable) => {
    const { name, number, label, role } = variable
    if (role === 'derived') return []
    const [from, to] = [shownValue(old.get(name), variable), shownValue(now.get(name), variable)]
    return from === to ? [] : [{ number, label, before: from, after: to }]
  })
}
