import { hasValue, type WaveValues } from '../panel/column.ts'
import { type Refit, startsOf, weighAgain } from '../participation/weigh-again.ts'
import { bootstrapReplicates } from '../stats/bootstrap-replicates.ts'
import type { Interval } from '../stats/interval.ts'
import { moments } from '../stats/moments.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import { percentileInterval } from '../stats/percentile-interval.ts'
import { wichmannHill } from '../stats/wichmann-hill.ts'

/** So many samples at most: each has to be weighted anew. */
const mostWeightings = 499

/** How sure a weighted change is where weights are estimated anew in each sample. */
export interface WeightingBootstrap {
  /** How many samples had weights at all, and how many were drawn. */
  weighted: number
  drawn: number
  se: number
  interval: Interval
}

interface Weighted {
  again: Refit
  /** The places of those whose change it is. */
  indices: readonly number[]
  /** Makes a number of a value, where not the value itself is meant. */
  of(value: number): number
  level: number
  seed: number
  replicates: number
}

/**
 * Draws samples of all who were asked, makes the weights of each anew, and says how the weighted change varies: the error of a
 * process, which knows that weights were estimated. Undefined where a tenth of the samples or more have no weights.
 */
export function bootstrapWeighting(
  before: WaveValues,
  after: WaveValues,
  { again, indices, of, level, seed, replicates }: Weighted,
): WeightingBootstrap | NotDefined {
  const starts = startsOf(again)
  const pairs = indices.filter((index) => hasValue(before.result, index) && hasValue(after.result, index))
  const read = ({ result }: WaveValues, index: number) => of(result.values[index] as number)
  const changes = pairs.map((index) => read(after, index) - read(before, index))
  const counts = new Array<number>(before.result.values.length).fill(0)
  const changeOf = (sample: readonly number[]) => {
    counts.fill(0)
    for (const index of sample) counts[index] = (counts[index] as number) + 1
    const weights = weighAgain(again, counts, starts)
    let [sum, total] = [0, 0]
    for (const [place, index] of pairs.entries()) {
      const weight = (weights?.get(index) ?? 0) * (counts[index] as number)
      sum += weight * (changes[place] as number)
      total += weight
    }
    return sum / total
  }
  const drawn = Math.min(replicates, mostWeightings)
  const all = bootstrapReplicates(again.population, changeOf, { seed, replicates: drawn, generator: wichmannHill })
  const found = all.filter((one) => Number.isFinite(one))
  if (found.length < 2 || found.length <= 0.9 * drawn) return notDefined('not-converged')
  const interval = percentileInterval(found, level)
  if (!isDefined(interval)) return interval
  const { squares, n } = moments(found)
  return { weighted: n, drawn, se: Math.sqrt(squares / (n - 1)), interval }
}
