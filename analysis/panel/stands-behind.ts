import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Behind } from '../disclosure/behind.ts'

/** The number of a person begins with that of its Verbund. */
const verbundDigits = 6

/** Who stands behind the units of a survey, by their keys. */
export function standsBehind(unit: Instrument['unit'] | undefined, keys: readonly string[]): Behind {
  if (unit !== 'integrationsmanager') return undefined
  const verbuende = keys.map((key) => key.slice(0, verbundDigits))
  return (index) => verbuende[index] ?? ''
}
