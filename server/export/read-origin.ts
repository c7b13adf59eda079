import type { Pool } from 'pg'
import { programVersion } from '../program-version.ts'
import { stateTime } from '../store/state-time.ts'
import { takenOutSince } from '../store/taken-out.ts'
import { type ExportedWave, type Origin, originOf } from './origin.ts'

/** Where tables come from that are made of some waves in a state of the data, by this version of the program. */
export async function readOrigin<Used extends Pick<Origin, 'state' | 'values'>>(
  pool: Pool,
  waves: readonly ExportedWave[],
  used: Used,
): Promise<Origin & Used> {
  const { state } = used
  const [at, taken] = await Promise.all([
    stateTime(pool, state),
    takenOutSince(pool, { waves: waves.map(({ wave }) => wave), state }),
  ])
  return {
    waves: waves.map(originOf),
    ...used,
    at,
    program: programVersion,
    ...(taken !== null && { madeAgain: { after: taken.state, at: taken.at } }),
  }
}
