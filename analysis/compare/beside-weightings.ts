import { singledOut } from '../disclosure/singled-out.ts'
import { hasValue, type WaveValues } from '../panel/column.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import { isDefined } from '../stats/not-defined.ts'
import type { Drawn } from './population.ts'
import type { Shown, WeightingBeside } from './results.ts'
import { toldChange } from './shown-change.ts'
import { isCorrected, weightedChange } from './weighted-change.ts'

interface Beside {
  before: WaveValues
  after: WaveValues
  /** Makes a number of a value, where not the value itself is meant. */
  of(value: number): number
  /** The places of all that are meant, and of the groups that are told beside them. */
  indices: readonly number[]
  groups: readonly (readonly number[])[]
  weights: PanelWeights
  /** Other ways to weight the same. */
  besides: readonly PanelWeights[]
  drawn: Drawn
  level: number
}

/**
 * The change with each of several weights, so that it can be seen what weighting does to it. With each way to weight a further sum
 * of the same answers is told: one from which, together with those told before, the answers of one or two would follow is left out.
 */
export function besideWeightings(result: Shown, beside: Beside): WeightingBeside[] | undefined {
  const shown = toldChange(result)
  if (shown === undefined || (!isDefined(shown.se) && shown.se.notDefined === 'hidden')) return undefined
  const { before, after, indices, groups, weights, besides, drawn, level, of } = beside
  const isPair = (index: number) => hasValue(before.result, index) && hasValue(after.result, index)
  const pairs = indices.filter(isPair)
  const divisions = [indices, ...groups].map((own) => new Set(own))
  const counted = ({ values }: Pick<PanelWeights, 'values'>, own: ReadonlySet<number>) =>
    pairs.map((index) => (own.has(index) && (values[index] ?? 0) > 0 ? (values[index] as number) : 0))
  const told = divisions.flatMap((own) => [pairs.map((index) => (own.has(index) ? 1 : 0)), counted(weights, own)])
  const known = singledOut(told)
  return [weights, ...besides].flatMap((one): WeightingBeside[] => {
    const sum = counted(one, divisions[0] as ReadonlySet<number>)
    const isTold = one === weights || [...singledOut([...told, sum])].every((units) => known.has(units))
    if (!isTold) return []
    told.push(sum)
    const change = weightedChange(before, after, { weights: one, all: indices, indices, level, drawn }, of)
    const { name, label } = one
    return [{ name, label, knowsWeights: knowsWeights(one), isCorrected: isCorrected(one), change }]
  })
}

/** Whether the error knows that weights were estimated: it does where it takes out what cells or margins explain. */
const knowsWeights = ({ margins = [] }: PanelWeights) => margins.length > 0
