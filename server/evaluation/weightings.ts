import type { PanelWeights } from '../../analysis/participation/panel-weights.ts'
import { weighParticipation } from './participation-weightings.ts'
import type { Weighed } from './weighed.ts'

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
