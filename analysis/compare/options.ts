import type { PanelWeights } from '../participation/panel-weights.ts'
import { confidenceLevel } from '../stats/interval.ts'

export interface CompareOptions {
  weights?: PanelWeights
  /** The places of all units that are meant, where the figure is of some of them: weights were made for the whole. */
  all?: readonly number[]
  level?: number | undefined
  /** Of the bootstrap: the same seed gives the same interval. */
  seed?: number
  replicates?: number
}

export const defaults = { level: confidenceLevel, seed: 1, replicates: 2_000 } as const
