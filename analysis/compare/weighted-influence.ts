import type { WaveValues } from '../panel/column.ts'
import { type PanelWeights, weightsWithout } from '../participation/panel-weights.ts'
import { domainContributions } from '../stats/domain-contributions.ts'
import { isDefined } from '../stats/not-defined.ts'
import { fewestPairs, type MovingUnit, mostMoving, type Pair, withoutSome } from './influence.ts'
import { type WeightedPart, weightedChange, weightedSample } from './weighted-change.ts'

/** How far the weighted mean change hangs on single units. */
export interface WeightedInfluence {
  /** Those with a weight, and how much each counts: among all, and where the units that move it most are left out. */
  pairs: readonly Pair[]
  weights: readonly number[]
  weightsWithout: readonly number[]
  most: MovingUnit[]
  without: MovingUnit['without']
}

/** So many are left out for a trial: those that move it most if the weights of the others stayed. */
const mostTried = 3 * mostMoving

/**
 * The pairs that move the weighted change most. Whoever is left out counts as one who did not answer: weights that meet cells or
 * margins meet them again without, all others stay as they are. Undefined for few pairs, or where all change alike.
 */
export function weightedInfluenceOf(
  waves: readonly [WaveValues, WaveValues],
  pairs: readonly Pair[],
  part: WeightedPart,
): WeightedInfluence | undefined {
  const { weights, drawn = {} } = part
  const without = (left: readonly number[]) => {
    const again = weightsWithout(weights, new Set(left))
    if (!isDefined(again)) return { again: weights, change: again }
    return {
      again,
      change: weightedChange(...waves, { ...part, weights: again, drawn: withoutSome(drawn, left.length) }),
    }
  }
  const weighed = pairs.filter(({ index }) => (weights.values[index] ?? 0) > 0)
  const all = weightedChange(...waves, part)
  if (weighed.length < fewestPairs || !isDefined(all)) return undefined
  const moves = movesOf(waves, part)
  const tried = weighed
    .toSorted((one, other) => (moves.get(other.index) ?? 0) - (moves.get(one.index) ?? 0))
    .slice(0, mostTried)
    .map((pair) => ({ ...pair, without: without([pair.index]).change }))
  const moved = ({ without: one }: MovingUnit) => (isDefined(one) ? Math.abs(all.change - one.change) : 0)
  const most = tried.toSorted((one, other) => moved(other) - moved(one)).slice(0, mostMoving)
  if (most.every((one) => moved(one) === 0)) return undefined
  const { again, change } = without(most.map(({ index }) => index))
  const counted = ({ values }: PanelWeights) => weighed.map(({ index }) => values[index] || 0)
  return { pairs: weighed, weights: counted(weights), weightsWithout: counted(again), most, without: change }
}

/** By unit, how far each pair moves the change, but for a factor, if the weights of all others stayed as they are. */
function movesOf([before, after]: readonly [WaveValues, WaveValues], part: WeightedPart): Map<number, number> {
  const { places, weights, domain, options } = weightedSample(before, after, part)
  const changes = places.map((index, place) =>
    domain[place] ? (after.result.values[index] as number) - (before.result.values[index] as number) : 0,
  )
  const found = domainContributions(changes, weights, { residuals: options.residuals, domain })
  if (!isDefined(found)) return new Map()
  return new Map(places.map((index, place) => [index, Math.abs(found.contributions[place] as number)]))
}
