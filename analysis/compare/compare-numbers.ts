import { countReasons, givenValues, hasValue, type WaveValues } from '../panel/column.ts'
import type { PanelReason } from '../panel/reasons.ts'
import { bootstrapInterval } from '../stats/bootstrap-interval.ts'
import { type ChangeShares, changeShares } from '../stats/change-shares.ts'
import { hodgesLehmann } from '../stats/hodges-lehmann.ts'
import { median } from '../stats/median.ts'
import type { NotDefined } from '../stats/not-defined.ts'
import type { pairedChange } from '../stats/paired-change.ts'
import { pairedEffectSize } from '../stats/paired-effect-size.ts'
import { signedRankTest } from '../stats/signed-rank-test.ts'
import { sum } from '../stats/sum.ts'
import type { weightedPairedChange } from '../stats/weighted-paired-change.ts'
import { wichmannHill } from '../stats/wichmann-hill.ts'
import { type Level, levelOf } from './level.ts'
import { type CompareOptions, defaults } from './options.ts'
import { changeOf } from './paired-part.ts'
import { type Pooled, pooledOf, weightedPooledOf } from './pooled.ts'
import type { Observed } from './population.ts'
import { type WeightedPart, weightedChange } from './weighted-change.ts'

/** Why units are no pair: their reasons in the earlier wave, and in the later one. */
export interface Missing {
  before: Partial<Record<PanelReason, number>>
  after: Partial<Record<PanelReason, number>>
}

export interface Comparison {
  kind: 'number'
  /** Of all units in question. */
  units: number
  /** All who have a value in the wave. */
  before: Level
  after: Level
  /** Those who have a value in both. */
  pairs: { n: number; before: Level; after: Level }
  missing: Missing
  change: ReturnType<typeof pairedChange>
  medianChange: number | NotDefined
  hodgesLehmann: ReturnType<typeof hodgesLehmann>
  shares: ChangeShares | NotDefined
  signedRank: ReturnType<typeof signedRankTest>
  /** Not there where no samples are asked for. */
  bootstrap?: ReturnType<typeof bootstrapInterval>
  effect: ReturnType<typeof pairedEffectSize>
  /** With weights, where they are given; pairs without a weight are left out. */
  weighted?: ReturnType<typeof weightedPairedChange>
  /** The same over all pairs together, where values can be added up. */
  pooled?: Pooled
  weightedPooled?: Pooled
  /** Of those who were asked, where the figures speak of them: what the errors are corrected by. */
  observed?: Observed
}

/** Compares a number between two waves among some units. */
export function compare(
  before: WaveValues,
  after: WaveValues,
  indices: readonly number[],
  {
    weights,
    all = indices,
    level = defaults.level,
    seed = defaults.seed,
    replicates = defaults.replicates,
    drawn = {},
  }: CompareOptions = {},
): Comparison {
  const paired = pairsOf(before, after, indices)
  const first = givenValues(before.result, paired)
  const second = givenValues(after.result, paired)
  const differences = second.map((value, index) => value - (first[index] as number))
  const part = { paired, level, drawn }
  const pooled = pooledOf(before, after, part)
  return {
    kind: 'number',
    units: indices.length,
    before: levelOf(before, indices),
    after: levelOf(after, indices),
    pairs: { n: paired.length, before: levelOf(before, paired), after: levelOf(after, paired) },
    missing: { before: countReasons(before.result, indices), after: countReasons(after.result, indices) },
    change: changeOf(first, second, part),
    medianChange: median(differences),
    hodgesLehmann: hodgesLehmann(first, second, level),
    shares: changeShares(first, second, level),
    signedRank: signedRankTest(first, second),
    effect: pairedEffectSize(first, second),
    ...(replicates === 0
      ? {}
      : { bootstrap: bootstrapInterval(differences, meanOf, { ...resampling, level, seed, replicates }) }),
    ...(pooled && { pooled }),
    ...(weights && weightedFigures(before, after, { weights, all, indices, level, drawn })),
    ...(drawn.observed && { observed: drawn.observed }),
  }
}

function weightedFigures(before: WaveValues, after: WaveValues, part: WeightedPart) {
  const weightedPooled = weightedPooledOf(before, after, part)
  return { weighted: weightedChange(before, after, part), ...(weightedPooled && { weightedPooled }) }
}

/** The units that have a value in both waves. */
export const pairsOf = (before: WaveValues, after: WaveValues, indices: readonly number[]): number[] =>
  indices.filter((index) => hasValue(before.result, index) && hasValue(after.result, index))

/** The generator that R has too, so that its script draws the same samples. */
const resampling = { kind: 'percentile', generator: wichmannHill } as const

const meanOf = (sample: readonly number[]) => sum(sample) / sample.length
