import type { Db } from '../database/database.ts'
import { participantIds } from '../store/scopes.ts'

/** Who reads figures: single answers are told to those only who may look at them, of the units that they work for. */
export interface Reader {
  /** Nobody's account: all units. */
  account: number | undefined
  seesAnswers: boolean
}

/** Whose answers of some waves may be looked at: those of a unit, in a wave. */
export async function sightOf(
  reader: Reader | undefined,
  db: Db,
  waves: readonly string[],
): Promise<(wave: string, unit: string) => boolean> {
  if (reader?.seesAnswers !== true) return () => false
  const mine = new Map(
    await Promise.all(waves.map(async (wave) => [wave, await participantIds(db, wave, reader.account)] as const)),
  )
  return (wave, unit) => mine.get(wave)?.has(unit) === true
}
