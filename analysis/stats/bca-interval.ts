import { assertGiven, assertShare } from './given.ts'
import type { Interval } from './interval.ts'
import { mean } from './mean.ts'
import { normalQuantile } from './normal-quantile.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { replicateQuantile } from './replicate-quantile.ts'
import { normalCdf } from './special-functions.ts'
import { sum } from './sum.ts'

interface BcaInput {
  /** The statistic of the whole sample. */
  estimate: number
  replicates: readonly number[]
  /** The statistic with each value left out in turn. */
  jackknife: readonly number[]
  level?: number
}

/**
 * Bootstrap interval corrected for bias and acceleration (BCa).
 *
 *   quantiles of the replicates at Φ(w + (w+z)/(1−a(w+z))) for z = ∓Φ⁻¹((1+level)/2), where
 *   w = Φ⁻¹(#{tᵣ < t}/R),  a = Σlᵢ³ / (6·(Σlᵢ²)^1.5),  lᵢ = mean(t₋ᵢ) − t₋ᵢ
 *
 * Assumes what the percentile interval assumes but for bias and a spread that changes with the truth. Undefined where
 * the replicates all lie on one side of the estimate or leaving a value out changes nothing. B. Efron (1987), JASA 82,
 * 171–185; R: boot::boot.ci(type = 'bca', L = mean(t₋ᵢ) − t₋ᵢ).
 * @example bcaInterval({ estimate: 5, replicates: [1, 3, 4, 5, 6, 7, 9], jackknife: [4, 5, 6], level: 0.5 })
 * // [1.4868448, 5.9868994], rounded
 */
export function bcaInterval({ estimate, replicates, jackknife, level = 0.95 }: BcaInput): Interval | NotDefined {
  assertShare(level)
  assertGiven(replicates, 'replicates')
  assertGiven(jackknife, 'jackknife')
  const without = mean(jackknife)
  if (typeof without !== 'number') return without
  const below = replicates.filter((replicate) => replicate < estimate).length
  const influence = jackknife.map((value) => without - value)
  const squares = sum(influence.map((value) => value ** 2))
  if (below === 0 || below === replicates.length || squares === 0) return notDefined('no-variation')
  const bias = normalQuantile(below / replicates.length)
  const acceleration = sum(influence.map((value) => value ** 3)) / (6 * squares ** 1.5)
  const sorted = Array.from(Float64Array.from(replicates).sort())
  const bound = (share: number) => {
    const moved = bias + normalQuantile(share)
    return replicateQuantile(sorted, normalCdf(bias + moved / (1 - acceleration * moved), 0, 1))
  }
  return [bound((1 - level) / 2), bound((1 + level) / 2)]
}
