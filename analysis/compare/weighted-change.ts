import { hasValue, type WaveValues } from '../panel/column.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import { calibrationResiduals } from '../stats/calibration-residuals.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import { type WeightedPairedChange, weightedPairedChange } from '../stats/weighted-paired-change.ts'

/** Fewer pairs have no error that could be relied on, however the weights are: their figure and their number stay. */
export const fewestForError = 10

/** Some units as a part of all that were weighted. */
export interface WeightedPart {
  weights: PanelWeights
  /** The places of all units that are meant. */
  all: readonly number[]
  /** The places of those that the figure is of. */
  indices: readonly number[]
  level: number
}

/**
 * The weighted change of some pairs: not a sample of its own, but a domain of the weighted sample, whose other units say
 * how much the margins explain. `of` makes a number of a value, where not the value itself is meant.
 */
export function weightedChange(
  before: WaveValues,
  after: WaveValues,
  { weights, all, indices, level }: WeightedPart,
  of: (value: number) => number = (value) => value,
): WeightedPairedChange | NotDefined {
  const { values, sample } = weights
  const isPair = (index: number) => hasValue(before.result, index) && hasValue(after.result, index)
  const weighted = (sample ?? all.filter(isPair)).filter((index) => (values[index] ?? 0) > 0)
  const own = new Set(indices)
  const domain = weighted.map((index) => own.has(index) && isPair(index))
  const read = ({ result }: WaveValues) =>
    weighted.map((index, place) => (domain[place] ? of(result.values[index] as number) : 0))
  const change = weightedPairedChange(
    read(before),
    read(after),
    weighted.map((index) => values[index] as number),
    { level, domain, residuals: residualsOf(weights, weighted) },
  )
  if (!isDefined(change) || change.n >= fewestForError) return change
  const few = notDefined('too-few-values')
  return { ...change, se: few, interval: few, test: few }
}

/** By the sample that was weighted: what the margins leave is the same function for all figures and groups. */
const projections = new WeakMap<readonly number[], ReturnType<typeof calibrationResiduals>>()

function residualsOf({ margins = [], sample }: PanelWeights, weighted: readonly number[]) {
  if (margins.length === 0) return undefined
  const known = sample && projections.get(sample)
  if (known !== undefined) return known
  const made = calibrationResiduals(margins.map((classes) => weighted.map((index) => classes[index] ?? '')))
  if (sample !== undefined) projections.set(sample, made)
  return made
}
