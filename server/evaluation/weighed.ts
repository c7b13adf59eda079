import type { Division } from '../../analysis/disclosure/known-units.ts'
import type { WaveParticipation } from '../../analysis/participation/participation.ts'
import type { Covariate } from '../../analysis/participation/participation-model.ts'
import type { Db } from '../database/database.ts'
import type { LoadedPanel } from './open-panel.ts'
import type { WaveSurvey } from './surveys.ts'

/** What weights can be made from: who was asked, who answered, and what the database knows beside that. */
export interface Weighed {
  db: Db
  surveys: readonly WaveSurvey[]
  loaded: LoadedPanel
  /** The places of the units that are meant. */
  indices: readonly number[]
  /** Administrative figures that participation may depend on. */
  figures: readonly Covariate[]
  /** Who was asked and who answered in each wave, where that was read already. */
  participation?: readonly WaveParticipation[]
  /** What is shown of the same units beside the weights. */
  beside?: readonly Division[]
}
