import type { PanelWeights } from '../participation/panel-weights.ts'
import { confidenceLevel } from '../stats/interval.ts'
import type { Assumed } from './assumed.ts'
import type { Drawn, Population } from './population.ts'

export interface CompareOptions {
  weights?: PanelWeights
  /** Of more than two waves: the weights of each set of them that a figure can be of, by `waveSet`. */
  weightsBySet?: ReadonlyMap<string, PanelWeights>
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

/** What a set of waves is called among weights. */
export const waveSet = (waves: readonly string[]): string => waves.join(' ')

/** The same for a figure of some of the waves: who answered these stands for all who were asked in them, whatever they did in others. */
export function optionsFor(
  { weightsBySet, weights, besides, ...options }: CompareOptions,
  waves: readonly string[],
): CompareOptions {
  if (weightsBySet === undefined) return { ...options, ...(weights && { weights }), ...(besides && { besides }) }
  const own = weightsBySet.get(waveSet(waves))
  return { ...options, ...(own && { weights: own }), ...(own && own === weights && besides && { besides }) }
}
