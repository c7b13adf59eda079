import type { Concordance } from '../../schemas/concordance.ts'
import type { Instrument } from '../compile/instrument.ts'
import { continuedVariables } from './concordance.ts'

/** A survey that another one takes up, with its concepts. */
interface Source {
  instrument: Instrument
  concepts: ReadonlyMap<string, string>
}

/**
 * What the variables of a survey are called over all waves: by the survey that asked first, and the name that it had there, as
 * `umfrage-1.zp_gesamt`. So a later wave changes no concept. `sources` are the surveys whose questions this one takes up.
 */
export function conceptsOf(
  instrument: Instrument,
  concordances: readonly Concordance[],
  ...sources: readonly Source[]
): Map<string, string> {
  const earlier = new Map(
    sources.flatMap(({ instrument: source, concepts }) =>
      continuedVariables(concordances, source, instrument).flatMap(({ before, after }) => {
        const concept = concepts.get(before ?? '')
        return after === undefined || concept === undefined ? [] : [[after, concept] as const]
      }),
    ),
  )
  return new Map(instrument.variables.map(({ name }) => [name, earlier.get(name) ?? `${instrument.id}.${name}`]))
}
