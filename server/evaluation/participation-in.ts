import { carryParticipation } from '../../analysis/participation/carry-participation.ts'
import type { WaveParticipation } from '../../analysis/participation/participation.ts'
import type { Db } from '../database/database.ts'
import { readParticipation } from '../store/participation.ts'
import type { LoadedPanel } from './open-panel.ts'

/** Who of the units of a panel was asked in some waves, and who answered: those that became one count as one. */
export async function participationIn(
  db: Db,
  waves: readonly string[],
  { panel: { units }, snapshot, territory: { carried } }: Pick<LoadedPanel, 'panel' | 'snapshot' | 'territory'>,
): Promise<WaveParticipation[]> {
  if (carried.length === 0) return readParticipation(db, waves, units, snapshot)
  const then = [...new Set([...units, ...carried.flatMap(({ parts }) => parts)])]
  const found = await readParticipation(db, waves, then, snapshot)
  return found.map((one) => carryParticipation(one, then, units, carried))
}
