import { hidden } from '../disclosure/hidden.ts'
import { type WeightedTold, weightedBeside } from '../disclosure/weighted-beside.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import type { Backing } from './backing.ts'
import { isHidden } from './hidden-spread.ts'
import type { Shown } from './results.ts'

interface Weighted {
  backing: Backing
  weights?: PanelWeights | undefined
  total: { indices: readonly number[] }
  groups: readonly { indices: readonly number[] }[]
}

/** Of which the weighted change is told: beside the plain one it is a further sum of the same pairs. */
export function weightedTold({ backing, weights, total, groups }: Weighted): WeightedTold {
  if (weights === undefined) return { all: true, groups: groups.map(() => true) }
  const pairsOf = ({ indices }: Weighted['total']) => indices.filter(backing.isPair)
  return weightedBeside(pairsOf(total), groups.map(pairsOf), (index) => weights.values[index] || 0)
}

export function withoutWeighted(shown: Shown): Shown {
  if (shown.kind === 'category') {
    const { weighted } = shown
    return { ...shown, ...(weighted && { weighted: weighted.map((one) => ({ ...one, change: hidden })) }) }
  }
  const { weighted, weightedPooled } = shown
  return {
    ...shown,
    ...(weighted && { weighted: isHidden }),
    ...(weightedPooled && { weightedPooled: { of: weightedPooled.of, ...isHidden } }),
  }
}
