import { hasValue, type WaveValues } from '../panel/column.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import type { Interval } from '../stats/interval.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { shareInterval } from '../stats/share-interval.ts'
import { weightedMean } from '../stats/weighted-mean.ts'
import { wilsonInterval } from '../stats/wilson-interval.ts'
import { changeOf } from './paired-part.ts'
import type { Drawn } from './population.ts'
import { relied, type WeightedPart, weightedSample } from './weighted-change.ts'

/** What the answers of one wave say of all who are meant. */
export interface Estimate {
  n: number
  /** A mean; of an answer its share in per cent. */
  value: number
  se: number | NotDefined
  interval: Interval | NotDefined
}

/** Of a number its mean alone, else the share of each category; with weights the same again. */
export interface Estimates {
  plain: readonly (Estimate | NotDefined)[]
  weighted?: readonly (Estimate | NotDefined)[]
}

interface Part {
  indices: readonly number[]
  level: number
  drawn: Drawn
}

/** What some units say; of categories how many there are. */
export function estimatesOf(
  values: WaveValues,
  { all, weights, ...part }: Part & { all: readonly number[]; weights: PanelWeights | undefined },
  of: 'mean' | number,
): Estimates {
  const meant: Meant[] = of === 'mean' ? [of] : Array.from({ length: of }, (_none, place) => ({ place }))
  return {
    plain: meant.map((one) => estimateOf(values, part, one)),
    ...(weights && { weighted: meant.map((one) => weightedEstimateOf(values, { ...part, all, weights }, one)) }),
  }
}

/** Of a number its mean; of a category, which is a place in a list, the share of those who gave that answer. */
type Meant = 'mean' | { place: number }

const meantIn = (meant: Meant) => (value: number) => (meant === 'mean' ? value : value === meant.place ? 100 : 0)

/** Without weights: the mean of a wave is the mean change from nothing. */
function estimateOf(values: WaveValues, { indices, level, drawn }: Part, meant: Meant): Estimate | NotDefined {
  const given = indices.filter((index) => hasValue(values.result, index))
  const of = meantIn(meant)
  const read = given.map((index) => of(values.result.values[index] as number))
  const nothing = read.map(() => 0)
  const found = changeOf(nothing, read, { paired: given, level, drawn })
  if (!isDefined(found)) return found
  const { n, change: value, se, interval, test } = found
  if (meant === 'mean') return { n, value, se, interval }
  const isOfProcess = drawn.observed === undefined && drawn.clusters === undefined
  const limits = isOfProcess
    ? inPercent(wilsonInterval(read.filter((one) => one > 0).length, n, level))
    : shareLimits({ value, se, interval }, isDefined(test) ? test.df : 0, level)
  return { n, value, se, interval: limits }
}

/** The same of the weighted sample, of which the units that are meant are a domain. */
function weightedEstimateOf(values: WaveValues, part: WeightedPart, meant: Meant): Estimate | NotDefined {
  const { places, weights, domain, options } = weightedSample(values, values, part)
  const of = meantIn(meant)
  const read = places.map((index, place) => (domain[place] ? of(values.result.values[index] as number) : 0))
  const found = relied(weightedMean(read, weights, options), options)
  if (!isDefined(found)) return found
  const { n, mean: value, df, se, interval } = found
  return { n, value, se, interval: meant === 'mean' ? interval : shareLimits({ value, se, interval }, df, part.level) }
}

/** A symmetric interval could leave 0 to 100. */
function shareLimits({ value, se, interval }: Omit<Estimate, 'n'>, df: number, level: number): Estimate['interval'] {
  return isDefined(interval) && isDefined(se) ? inPercent(shareInterval(value / 100, se / 100, df, level)) : interval
}

const inPercent = (limits: Interval | NotDefined): Interval | NotDefined =>
  isDefined(limits) ? [100 * limits[0], 100 * limits[1]] : limits
