import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { findWave } from '../store/waves.ts'
import type { ExportedWave } from './origin.ts'

/** A wave that can be given out, and whether it still takes answers. */
export async function exportedWave(db: Db, id: string): Promise<ExportedWave & { frist: string; state: string }> {
  const wave = await findWave(db, id)
  if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
  if (wave.test)
    throw new InputError(`${wave.id} ist ein Probelauf: Seine Antworten zählen nicht und werden nicht ausgegeben.`)
  const { stichtag, frist, synthetic, state } = wave
  const dates = { ...(stichtag === null ? {} : { stichtag }), frist }
  const instrument = await loadInstrument(wave.survey, wave.survey_version, dates)
  if (instrument === undefined)
    throw new InputError(`Der Fragebogen ${wave.survey} ${wave.survey_version} fehlt in surveys/definitions.`)
  return { wave: id, instrument, stichtag, frist, synthetic, state }
}
