import type { Register } from '../reading/register.ts'

/** Who answers, what is known of all who can, and what was answered in the last wave. */
export interface Surroundings {
  /** The key of the Kommune, or the number of the person. */
  unit: string
  register: Register
  last?: LastWave | undefined
}

/** The answers of the same unit in an earlier wave, by the names that they have in this survey. */
export interface LastWave {
  wave: string
  title: string
  /** Formatted, or ''. */
  stichtag: string
  values: ReadonlyMap<string, number>
  /** What was chosen, ticked or written, as far as it can be today. */
  words?: ReadonlyMap<string, string | true>
}
