import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { Wave } from '../store/waves.ts'

/** The wave of a name that was typed. */
export async function waveNamed(db: Db, id: string): Promise<Wave> {
  const { findWave } = await import('../store/waves.ts')
  const wave = await findWave(db, id)
  if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
  return wave
}
