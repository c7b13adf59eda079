import { bootstrapReplicates } from '../../stats/bootstrap-replicates.ts'
import { confidenceLevel, type Interval } from '../../stats/interval.ts'
import { type NotDefined, notDefined } from '../../stats/not-defined.ts'
import { percentileInterval } from '../../stats/percentile-interval.ts'
import type { Distance } from './distance.ts'
import { countsOf, givenOf, type Ratings } from './ratings.ts'

export interface KrippendorffAlpha {
  alpha: number
  interval: Interval | NotDefined
  /** Texts with two codings and more. */
  n: number
  /** Their codings. */
  codings: number
}

export interface AlphaOptions<Value> {
  distance: Distance<Value>
  /** The same for values that are the same. */
  keyOf: (value: Value) => string
  seed: number
  replicates?: number
  level?: number
}

/** A text as what it adds: distances within it, and how often which value was given. */
interface Part {
  within: number
  counts: readonly (readonly [place: number, count: number])[]
}

/** With more samples without an alpha than this the others no longer stand for all. */
const mostUndefined = 0.05

/**
 * Krippendorff's alpha: how much closer codings of the same text lie than those of any texts. Codings may be missing.
 *
 *   1 − Dₒ/Dₑ, Dₒ = 1/n Σᵤ Σ_{i≠j} δ(vᵤᵢ, vᵤⱼ)/(mᵤ−1), Dₑ = 1/(n(n−1)) Σ_c Σ_k n_c·n_k·δ(c, k)
 *   over texts u with mᵤ ≥ 2 codings, n = Σ mᵤ
 *
 * The interval is the percentile interval of texts drawn with replacement, in which Dₒ and Dₑ both vary (Krippendorff's own
 * algorithm keeps Dₑ). Assumes independent texts. Undefined without a text that was coded twice, and where all codings are the
 * same; the interval also where more than 5 % of the samples have no alpha. K. Krippendorff (2011), Computing Krippendorff's
 * Alpha-Reliability; A. Hayes, K. Krippendorff (2007), Commun. Methods Meas. 1, 77–89.
 */
export function krippendorffAlpha<Value>(
  texts: readonly Ratings<Value>[],
  { distance, keyOf, seed, replicates = 1999, level = confidenceLevel }: AlphaOptions<Value>,
): KrippendorffAlpha | NotDefined {
  const coded = texts.map(givenOf).filter(({ length }) => length >= 2)
  if (coded.length === 0) return notDefined('no-values')
  const values = new Map(coded.flat().map((value) => [keyOf(value), value]))
  const places = new Map([...values.keys()].map((key, place) => [key, place]))
  const distances = [...values.values()].map((one) => [...values.values()].map((other) => distance(one, other)))
  const parts = coded.map((given) =>
    partOf(
      given.map((value) => places.get(keyOf(value)) ?? 0),
      distances,
    ),
  )
  const alpha = alphaOf(parts, distances)
  if (Number.isNaN(alpha)) return notDefined('no-variation')
  const drawn = bootstrapReplicates(parts, (sample) => alphaOf(sample, distances), { seed, replicates })
  const having = drawn.filter((one) => !Number.isNaN(one))
  const enough = coded.length > 1 && having.length >= (1 - mostUndefined) * replicates
  const interval = enough ? percentileInterval(having, level) : notDefined('too-few-values')
  return { alpha, interval, n: coded.length, codings: coded.flat().length }
}

function partOf(places: readonly number[], distances: Distances): Part {
  const counts = [...countsOf(places)]
  const apart = counts.map(([one, count]) =>
    counts.reduce((total, [other, times]) => total + count * times * between(distances, one, other), 0),
  )
  return { within: sum(apart) / (places.length - 1), counts }
}

/** NaN where all values are the same, which only this file sees. */
function alphaOf(parts: readonly Part[], distances: Distances): number {
  const totals = new Array<number>(distances.length).fill(0)
  let within = 0
  for (const part of parts) {
    within += part.within
    for (const [place, count] of part.counts) totals[place] = (totals[place] ?? 0) + count
  }
  const n = sum(totals)
  const given = [...totals.entries()].filter(([, count]) => count > 0)
  const among = given.map(([one, count]) =>
    given.reduce((total, [other, times]) => total + count * times * between(distances, one, other), 0),
  )
  const expected = sum(among) / (n - 1)
  return expected === 0 ? Number.NaN : 1 - within / expected
}

type Distances = readonly (readonly number[])[]

const between = (distances: Distances, one: number, other: number): number => distances[one]?.[other] ?? 0

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
