import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { findWave } from '../store/waves.ts'

/** Refuses a wave that there is not. */
export async function knownWave(db: Db, id: string): Promise<void> {
  if ((await findWave(db, id)) === undefined)
    throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
}
