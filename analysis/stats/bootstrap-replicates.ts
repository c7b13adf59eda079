import { type Random, random } from './random.ts'

export interface Resampling {
  /** How many samples are drawn. */
  replicates?: number
  /** The same seed draws the same samples. */
  seed: number
  /** Where the draws come from: random, unless somebody else has to draw the same. */
  generator?: (seed: number) => Random
}

/**
 * What a statistic would have been in samples drawn from the sample itself.
 *
 *   tᵣ = T(x*₁ … x*ₙ), every x* drawn from x₁ … xₙ with replacement, r = 1 … R
 *
 * Assumes independent values that stand for the whole; a pair is drawn as one value. `sample` is used again: the
 * statistic must not keep or change it. B. Efron (1979), Annals of Statistics 7, 1–26; R: boot::boot(x, statistic, R).
 * @example bootstrapReplicates([1, 2, 3], (sample) => Math.max(...sample), { seed: 1, replicates: 4 }) // [3, 2, 3, 3]
 */
export function bootstrapReplicates<Value>(
  values: readonly Value[],
  statistic: (sample: readonly Value[]) => number,
  { seed, replicates = 9999, generator = random }: Resampling,
): number[] {
  const next = generator(seed)
  const n = values.length
  const sample = values.slice()
  return Array.from({ length: replicates }, () => {
    for (let place = 0; place < n; place += 1) sample[place] = values[Math.floor(next() * n)] as Value
    return statistic(sample)
  })
}
