import type { WaveParticipation } from '../../analysis/participation/participation.ts'
import type { Db } from '../database/database.ts'
import { readParticipation } from '../store/participation.ts'
import type { LoadedPanel } from './open-panel.ts'

/** Who of the units of a panel was asked in some waves, and who answered. */
export const participationIn = (
  db: Db,
  waves: readonly string[],
  { panel, snapshot }: Pick<LoadedPanel, 'panel' | 'snapshot'>,
): Promise<WaveParticipation[]> => readParticipation(db, waves, panel.units, snapshot)
