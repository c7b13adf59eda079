import type { Pool } from 'pg'
import { programVersion } from '../program-version.ts'
import { stateTime } from '../store/state-time.ts'
import { type ExportedWave, type Origin, originOf } from './origin.ts'

/** Where tables come from that are made of some waves in a state of the data, by this version of the program. */
export async function readOrigin<Used extends Pick<Origin, 'state' | 'values'>>(
  pool: Pool,
  waves: readonly ExportedWave[],
  used: Used,
): Promise<Origin & Used> {
  return { waves: waves.map(originOf), ...used, at: await stateTime(pool, used.state), program: programVersion }
}
