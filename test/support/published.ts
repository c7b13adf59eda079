import type { NewWave } from '../../server/store/waves.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'

const loaded = new Map<string, ReturnType<typeof loadInstrument>>()

/** A published survey, the newest version unless one is named, where the test knows that there is one. Compiled once. */
export async function published(survey: string, version?: string): Promise<Instrument> {
  const key = `${survey} ${version}`
  const loading = loaded.get(key) ?? loadInstrument(survey, version)
  loaded.set(key, loading)
  const instrument = await loading
  if (instrument === undefined) throw new Error(`${survey} is missing`)
  return instrument
}

/** A wave that asks some until far in the future, named as its survey. */
export const newWave = (instrument: Instrument, participants: readonly string[]): NewWave => ({
  id: instrument.id,
  survey: instrument.id,
  surveyVersion: instrument.version,
  surveyHash: instrument.hash,
  contactFields: instrument.contactFields,
  stichtag: instrument.stichtag ?? null,
  frist: '2999-12-31',
  participants,
  unit: instrument.unit,
  ownField: ownField(instrument),
})
