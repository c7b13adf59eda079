import type { Cell } from '../../surveys/answer/cells.ts'
import type { Variable } from '../../surveys/compile/instrument.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Column } from '../panel/column.ts'
import { reasonOf } from '../panel/reasons.ts'

/** What a unit answered to a variable, as checks read it; nothing where it was not asked or did not answer at all. */
export function cellOf({ type, options = [] }: Variable, { values, reasons }: Column, index: number): Cell | undefined {
  const reason = reasonOf(reasons[index] ?? 0)
  if (reason === 'leer') return { state: 'blank' }
  if (reason === 'nicht_vorhanden') return { state: 'notAvailable' }
  if (reason === 'trifft_nicht_zu') return { state: 'notApplicable' }
  const value = values[index]
  if (reason !== undefined || value === undefined) return undefined
  const { measure } = typeOf(type)
  if (measure === 'number') return { state: 'given', value }
  if (measure === 'flag') return value === 1 ? { state: 'given', value: true } : { state: 'blank' }
  const code = options[value]?.code
  return code === undefined ? undefined : { state: 'given', value: code }
}
