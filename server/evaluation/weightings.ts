import type { Kysely } from 'kysely'
import type { PanelWeights } from '../../analysis/compare/compare-numbers.ts'
import type { WaveParticipation } from '../../analysis/participation/participation.ts'
import type { Measure } from '../../analysis/participation/participation-model.ts'
import type { Tables } from '../database/tables.ts'
import type { LoadedPanel } from './open-panel.ts'
import { weighParticipation } from './participation-weightings.ts'
import type { WaveSurvey } from './surveys.ts'

/** What weights can be made from: who was asked, who answered, and what the database knows beside that. */
export interface Weighed {
  db: Kysely<Tables>
  surveys: readonly WaveSurvey[]
  loaded: LoadedPanel
  /** The places of the units that are meant. */
  indices: readonly number[]
  /** Administrative figures that participation may depend on. */
  figures: readonly Measure[]
  /** Who was asked and who answered in each wave, where that was read already. */
  participation?: readonly WaveParticipation[]
}

/** A way to weight. A further one is an entry here. */
export interface Weighting {
  label: string
  make(weighed: Weighed): Promise<Omit<PanelWeights, 'name' | 'label'>>
}

export const weightings: Readonly<Record<string, Weighting>> = {
  einwohner: {
    label: 'nach der Zahl der Einwohner',
    make: async ({ loaded }) => ({
      values: Float64Array.from(loaded.units, ({ einwohner }) => einwohner ?? Number.NaN),
    }),
  },
  post: {
    label: 'Nachschichtung nach Regierungsbezirk und Größe',
    make: (weighed) => weighParticipation('post', weighed),
  },
  rake: { label: 'Raking nach Regierungsbezirk und Größe', make: (weighed) => weighParticipation('rake', weighed) },
  ipw: { label: 'inverse Teilnahmewahrscheinlichkeit', make: (weighed) => weighParticipation('ipw', weighed) },
}
