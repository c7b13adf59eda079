import type { PanelWeights } from '../participation/panel-weights.ts'
import { confidenceLevel } from '../stats/interval.ts'
import type { Assumed } from './assumed.ts'
import type { Drawn, Population } from './population.ts'

export interface CompareOptions {
  weights?: PanelWeights
  /** Other ways to weight the same, to be shown beside it. */
  besides?: readonly PanelWeights[]
  /** The places of all units that are meant, where the figure is of some of them: weights were made for the whole. */
  all?: readonly number[]
  /** What figures speak of: a process behind them, unless given. */
  population?: Population
  /** Of some of the units, what of it they are. */
  drawn?: Drawn
  /** What is taken for granted, to see what would follow. */
  assumed?: Assumed
  level?: number | undefined
  /** Of the bootstrap: the same seed gives the same interval. */
  seed?: number
  replicates?: number
}

export const defaults = { level: confidenceLevel, seed: 1, replicates: 2_000 } as const
