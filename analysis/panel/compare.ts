import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts'
import { bootstrapInterval } from '../stats/bootstrap-interval.ts'
import { type ChangeShares, changeShares } from '../stats/change-shares.ts'
import { hodgesLehmann } from '../stats/hodges-lehmann.ts'
import { holm } from '../stats/holm.ts'
import { mean } from '../stats/mean.ts'
import { median } from '../stats/median.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { pairedChange } from '../stats/paired-change.ts'
import { pairedEffectSize } from '../stats/paired-effect-size.ts'
import { signedRankTest } from '../stats/signed-rank-test.ts'
import { sum } from '../stats/sum.ts'
import { weightedPairedChange } from '../stats/weighted-paired-change.ts'
import { type Column, countReasons, givenValues, hasValue } from './column.ts'
import type { PanelReason } from './reasons.ts'

/** The level of a wave among those who have a value. */
export interface Level {
  n: number
  mean: number | NotDefined
  median: number | NotDefined
  sum: number
}

export interface Comparison {
  /** Of all units in question. */
  units: number
  /** All who have a value in the wave. */
  before: Level
  after: Level
  /** Those who have a value in both. */
  pairs: { n: number; before: Level; after: Level }
  /** Why the others are no pair: the reasons in the earlier wave, and in the later one. */
  missing: { before: Partial<Record<PanelReason, number>>; after: Partial<Record<PanelReason, number>> }
  change: ReturnType<typeof pairedChange>
  medianChange: number | NotDefined
  hodgesLehmann: ReturnType<typeof hodgesLehmann>
  shares: ChangeShares | NotDefined
  signedRank: ReturnType<typeof signedRankTest>
  bootstrap: ReturnType<typeof bootstrapInterval>
  effect: ReturnType<typeof pairedEffectSize>
  /** With weights, where they are given; pairs without a weight are left out. */
  weighted?: ReturnType<typeof weightedPairedChange>
}

export interface CompareOptions {
  /** By unit; NaN for a unit without a weight. */
  weights?: Float64Array
  level?: number
  /** Of the bootstrap: the same seed gives the same interval. */
  seed?: number
  replicates?: number
}

/** Compares a variable between two waves among some units. */
export function compare(
  before: Column,
  after: Column,
  indices: readonly number[],
  { weights, level = 0.95, seed = 1, replicates = 2_000 }: CompareOptions = {},
): Comparison {
  const paired = indices.filter((index) => hasValue(before, index) && hasValue(after, index))
  const first = givenValues(before, paired)
  const second = givenValues(after, paired)
  const differences = second.map((value, index) => value - (first[index] as number))
  return {
    units: indices.length,
    before: levelOf(givenValues(before, indices)),
    after: levelOf(givenValues(after, indices)),
    pairs: { n: paired.length, before: levelOf(first), after: levelOf(second) },
    missing: { before: countReasons(before, indices), after: countReasons(after, indices) },
    change: pairedChange(first, second, level),
    medianChange: median(differences),
    hodgesLehmann: hodgesLehmann(first, second, level),
    shares: changeShares(first, second, level),
    signedRank: signedRankTest(first, second),
    bootstrap: bootstrapInterval(differences, meanOf, { kind: 'percentile', level, seed, replicates }),
    effect: pairedEffectSize(first, second),
    ...(weights === undefined ? {} : { weighted: weightedChange(before, after, paired, weights) }),
  }
}

function levelOf(values: readonly number[]): Level {
  return { n: values.length, mean: mean(values), median: median(values), sum: sum(values) }
}

const meanOf = (sample: readonly number[]) => sum(sample) / sample.length

function weightedChange(before: Column, after: Column, paired: readonly number[], weights: Float64Array) {
  const weighted = paired.filter((index) => (weights[index] ?? 0) > 0)
  return weightedPairedChange(
    givenValues(before, weighted),
    givenValues(after, weighted),
    weighted.map((index) => weights[index] as number),
  )
}

/** The p values of a family of comparisons, adjusted for their number; those without a test stay out. */
export function adjust(
  family: readonly Comparison[],
): { holm: number | undefined; benjaminiHochberg: number | undefined }[] {
  const tested = family.flatMap(({ change }, index) =>
    isDefined(change) && isDefined(change.test) ? [{ index, p: change.test.p }] : [],
  )
  const ps = tested.map(({ p }) => p)
  const [strict, lenient] = [holm(ps), benjaminiHochberg(ps)]
  return family.map((_comparison, index) => {
    const place = tested.findIndex((one) => one.index === index)
    return { holm: strict[place], benjaminiHochberg: lenient[place] }
  })
}
