import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { findWave } from '../store/waves.ts'
import { trialTitle } from '../waves/trial-title.ts'
import type { Asked } from './asked-wave.ts'

/** The wave of a command, with what its letters say of it. */
export async function askedWave(db: Db, id: string): Promise<Asked> {
  const wave = await findWave(db, id)
  if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
  const { survey, survey_version: version, stichtag, frist, test } = wave
  const instrument = await loadInstrument(survey, version)
  if (instrument === undefined)
    throw new InputError(`Der Fragebogen ${survey} ${version} fehlt in surveys/definitions.`)
  return { id, title: test ? trialTitle(instrument.title) : instrument.title, stichtag, frist, unit: instrument.unit }
}
