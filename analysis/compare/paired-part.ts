import { notDefined } from '../stats/not-defined.ts'
import { type PairedChange, pairedChange } from '../stats/paired-change.ts'
import { type Drawn, fewestClusters, fractionOf } from './population.ts'

/** How sure the change of some pairs is: what they are of, and the places of the pairs. */
export interface PairedPart {
  paired: readonly number[]
  level: number
  drawn: Drawn
}

/** To which cluster each pair belongs; undefined where they are not asked for. */
export const clustersOf = ({ paired, drawn: { clusters } }: Omit<PairedPart, 'level'>): string[] | undefined =>
  clusters && paired.map((index) => clusters.of[index] ?? '')

export const areFew = (clusters: readonly string[] | undefined): boolean =>
  clusters !== undefined && new Set(clusters).size < fewestClusters

const few = notDefined('too-few-clusters')
export const withoutError = { se: few, interval: few, test: few }

/** The mean change of pairs as part of what they are drawn from. */
export function changeOf(
  first: readonly number[],
  second: readonly number[],
  part: PairedPart,
): ReturnType<typeof pairedChange> {
  const clusters = clustersOf(part)
  if (!areFew(clusters))
    return pairedChange(first, second, { level: part.level, fraction: fractionOf(part.drawn), clusters })
  const change = pairedChange(first, second, { level: part.level })
  return 'notDefined' in change ? change : { ...(change as PairedChange), ...withoutError }
}
