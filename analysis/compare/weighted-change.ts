import { hasValue, type WaveValues } from '../panel/column.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import { calibrationResiduals } from '../stats/calibration-residuals.ts'
import { classSums } from '../stats/class-sums.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import type { WeightingOptions } from '../stats/weighted-mean.ts'
import { type WeightedPairedChange, weightedPairedChange } from '../stats/weighted-paired-change.ts'
import { areFew, withoutError } from './paired-part.ts'
import { type Drawn, fractionOf } from './population.ts'

/** Fewer pairs have no error that could be relied on, however the weights are: their figure and their number stay. */
const fewestForError = 10

/** Some units as a part of all that were weighted. */
export interface WeightedPart {
  weights: PanelWeights
  /** The places of all units that are meant. */
  all: readonly number[]
  /** The places of those that the figure is of. */
  indices: readonly number[]
  level: number
  drawn?: Drawn
}

/** The units that were weighted, those of them that a figure is of, and how sure it is. */
export interface WeightedSample {
  places: readonly number[]
  weights: readonly number[]
  domain: readonly boolean[]
  options: WeightingOptions
}

/**
 * The weighted change of some pairs: not a sample of its own, but a domain of the weighted sample, whose other units say
 * how much the margins explain. `of` makes a number of a value, where not the value itself is meant.
 */
export function weightedChange(
  before: WaveValues,
  after: WaveValues,
  part: WeightedPart,
  of: (value: number) => number = (value) => value,
): WeightedPairedChange | NotDefined {
  const { places, weights, domain, options } = weightedSample(before, after, part)
  const read = ({ result }: WaveValues) =>
    places.map((index, place) => (domain[place] ? of(result.values[index] as number) : 0))
  return relied(weightedPairedChange(read(before), read(after), weights, options), options)
}

/** Without an error where too few pairs or clusters stand for it. */
export function relied<Of extends { n: number }>(figure: Of | NotDefined, options: WeightingOptions): Of | NotDefined {
  if (!isDefined(figure)) return figure
  const isMeant = (_: unknown, place: number) => options.domain?.[place] ?? true
  if (areFew(options.clusters?.filter(isMeant))) return { ...figure, ...withoutError }
  if (figure.n >= fewestForError) return figure
  const few = notDefined('too-few-values')
  return { ...figure, se: few, interval: few, test: few }
}

export function weightedSample(before: WaveValues, after: WaveValues, part: WeightedPart): WeightedSample {
  const { weights, all, indices, level, drawn = {} } = part
  const { values, sample } = weights
  const isPair = (index: number) => hasValue(before.result, index) && hasValue(after.result, index)
  const places = (sample ?? all.filter(isPair)).filter((index) => (values[index] ?? 0) > 0)
  const own = new Set(indices)
  const domain = places.map((index) => own.has(index) && isPair(index))
  const { clusters } = drawn
  const base = { level, domain, ...(clusters && { clusters: places.map((index) => clusters.of[index] ?? '') }) }
  // Who answered in full stands for nobody else.
  if (isCorrected(weights) && weights.report !== undefined && fractionOf(drawn) === 1)
    return { places, weights: places.map(() => 1), domain, options: { ...base, fractions: places.map(() => 1) } }
  return {
    places,
    weights: places.map((index) => values[index] as number),
    domain,
    options: {
      ...base,
      residuals: residualsOf(weights, places),
      ...(isCorrected(weights) && strataOf(weights, places, isPair, drawn)),
    },
  }
}

/** Inverse probabilities say of each unit how likely it was to answer, but nothing of how many there are: they have no correction. */
export const isCorrected = ({ report }: Pick<PanelWeights, 'report'>): boolean => report?.method !== 'ipw'

/** Within cells silence is taken for random, with the share of the cell; else within all, or within a group of known size. */
function strataOf(
  { values, margins, report }: PanelWeights,
  places: readonly number[],
  isPair: (index: number) => boolean,
  drawn: Drawn,
): Pick<WeightingOptions, 'strata' | 'fractions'> {
  if (drawn.observed === undefined) return {}
  const whole = places.map(() => fractionOf(drawn))
  const [cells] = report?.method === 'post' ? (margins ?? []) : []
  if (cells === undefined) return { fractions: whole }
  const strata = places.map((index) => cells[index] ?? '')
  if (!drawn.isOfWhole) return { strata, fractions: whole }
  const sizes = classSums(
    strata,
    places.map((index) => values[index] as number),
  )
  const pairs = classSums(
    strata,
    places.map((index) => (isPair(index) ? 1 : 0)),
  )
  return {
    strata,
    fractions: strata.map((cell) => Math.min(1, (pairs.get(cell) as number) / (sizes.get(cell) as number))),
  }
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
