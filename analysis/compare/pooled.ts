import type { WaveValues } from '../panel/column.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { type PooledChange, ratioChange } from '../stats/ratio-change.ts'
import { shareChange } from '../stats/share-change.ts'
import type { WeightingOptions } from '../stats/weighted-mean.ts'
import { clustersOf, type PairedPart } from './paired-part.ts'
import { fractionOf } from './population.ts'
import { relied, type WeightedPart, weightedSample } from './weighted-change.ts'

/**
 * A change over all pairs together: of a sum in per cent, of a share in percentage points. Without the sums themselves: with
 * weights they would say how much some units weigh.
 */
export type Pooled = { of: 'sum' | 'share' } & (Omit<PooledChange, 'before' | 'after'> | NotDefined)

/** Undefined where values add up to nothing. */
export function pooledOf(before: WaveValues, after: WaveValues, part: PairedPart): Pooled | undefined {
  const { paired, level, drawn } = part
  const fraction = fractionOf(drawn)
  const options = {
    level,
    clusters: clustersOf(part),
    ...(fraction > 0 && { fractions: paired.map(() => fraction) }),
  }
  const ones = paired.map(() => 1)
  return pooled(before, after, { places: paired, weights: ones, options, isMeant: () => true })
}

export function weightedPooledOf(before: WaveValues, after: WaveValues, part: WeightedPart): Pooled | undefined {
  const { places, weights, domain, options } = weightedSample(before, after, part)
  return pooled(before, after, { places, weights, options, isMeant: (place) => domain[place] === true })
}

interface Over {
  places: readonly number[]
  weights: readonly number[]
  options: WeightingOptions
  isMeant(place: number): boolean
}

function pooled(
  before: WaveValues,
  after: WaveValues,
  { places, weights, options, isMeant }: Over,
): Pooled | undefined {
  if (before.perUnit || after.perUnit || before.result.ofKreis || after.result.ofKreis) return undefined
  const read = (column: Float64Array) => places.map((index, place) => (isMeant(place) ? (column[index] as number) : 0))
  if (before.parts && before.base && after.parts && after.base) {
    const of = (parts: Float64Array, base: Float64Array) => ({ parts: read(parts), base: read(base) })
    const [first, second] = [of(before.parts, before.base), of(after.parts, after.base)]
    return { of: 'share', ...told(shareChange(first, second, weights, options), options) }
  }
  if (before.parts || after.parts) return undefined
  const [first, second] = [read(before.result.values), read(after.result.values)]
  return { of: 'sum', ...told(ratioChange(first, second, weights, options), options) }
}

function told(change: PooledChange | NotDefined, options: WeightingOptions) {
  const figure = relied(change, options)
  if (!isDefined(figure)) return figure
  const { before: _before, after: _after, ...rest } = figure
  return rest
}
