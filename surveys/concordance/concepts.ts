import type { Concordance } from '../../schemas/concordance.ts'
import type { Instrument } from '../compile/instrument.ts'
import { continuedVariables } from './concordance.ts'

/**
 * What the variables of a survey are called over all waves: by the survey that asked first, and the name that it had there, as
 * `umfrage-1.zp_gesamt`. So a later wave changes no concept. `before` is the survey that this one continues, with its concepts.
 */
export function conceptsOf(
  instrument: Instrument,
  concordances: readonly Concordance[],
  before?: { instrument: Instrument; concepts: ReadonlyMap<string, string> },
): Map<string, string> {
  const continued = before === undefined ? [] : continuedVariables(concordances, before.instrument, instrument)
  const earlier = new Map(continued.map(({ after, before: was }) => [after, was]))
  return new Map(
    instrument.variables.map(({ name }) => [
      name,
      before?.concepts.get(earlier.get(name) ?? '') ?? `${instrument.id}.${name}`,
    ]),
  )
}
