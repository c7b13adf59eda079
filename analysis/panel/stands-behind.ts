import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Behind } from '../disclosure/behind.ts'

/** The number of a person begins with that of its Verbund. */
const verbundDigits = 6

/** Who stands behind the units of a survey, by their keys. */
export const standsBehind = (unit: Instrument['unit'], units: readonly string[]): Behind => {
  const end = unit === 'integrationsmanager' ? verbundDigits : undefined
  return (index) => (units[index] ?? '').slice(0, end)
}
