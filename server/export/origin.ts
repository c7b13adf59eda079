import type { ValuesUsed } from '../../surveys/codebook/values-used.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'

/** Where the rows of a table come from. */
export interface Origin {
  waves: readonly OriginWave[]
  /** The state of the data. */
  state: number
  /** When the data came into it, never when the file was made: the same state gives the same file. Null where it is empty. */
  at: string | null
  /** The version of the program that made the file. */
  program: string
  /** Which values of the answers, where it is a table of them. */
  values?: ValuesUsed
  /** The earlier state with which it was compared. */
  since?: number
  /** Something was erased or restricted since: then the state is not what it was when it was the newest. */
  madeAgain?: { after: number; at: string }
  /** Of a file for science: how many at least share what can be known of them. */
  anonymous?: { k: number }
}

interface OriginWave {
  wave: string
  survey: string
  version: string
  /** SHA-256 of the questionnaire. */
  hash: string
  stichtag: string | null
  synthetic: boolean
}

/** A wave with the questionnaire that it asks. */
export interface ExportedWave {
  wave: string
  instrument: Instrument
  stichtag: string | null
  synthetic: boolean
}

export function originOf({ wave, instrument, stichtag, synthetic }: ExportedWave): OriginWave {
  const { id: survey, version, hash } = instrument
  return { wave, survey, version, hash, stichtag, synthetic }
}
