/** What the figures of a comparison speak of. */
export type Population = AskedPopulation | ProcessPopulation

/** Those who were asked: whoever fell silent could have answered as well as the others. */
export interface AskedPopulation {
  kind: 'asked'
  /** By wave, 1 for each unit that was asked. */
  asked: ReadonlyMap<string, Uint8Array>
  /** The units that are meant without the filters by answers: how many there are is known of these only. */
  frame: readonly number[]
}

/** A process that made the answers, and could have made others. */
export interface ProcessPopulation {
  kind: 'process'
  /** Units that may hang together. */
  clusters?: Clusters
}

export interface Clusters {
  /** As an address calls them. */
  name: string
  /** `Verbünde`. */
  many: string
  /** By unit. */
  of: readonly string[]
}

/** Errors of fewer clusters say little, and might tell of single ones. */
export const fewestClusters = 6

/** How many pairs there are of how many who were asked. */
export interface Observed {
  pairs: number
  of: number
}

/** What the error of the figures of some units has to know. */
export interface Drawn {
  observed?: Observed
  /** The correction is the group's own, or that of a part of which is not known how large it is: not that of the cells of weights. */
  isOfWhole?: boolean
  clusters?: Clusters
}

/** Which share of those who were asked is observed; 0 of a process, which has no end. */
export function fractionOf({ observed }: Drawn): number {
  if (observed === undefined || observed.of === 0) return 0
  if (observed.pairs > observed.of)
    throw new RangeError(`${observed.pairs} pairs cannot be of ${observed.of} that were asked`)
  return observed.pairs / observed.of
}
