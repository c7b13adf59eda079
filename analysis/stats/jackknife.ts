/**
 * What a statistic would be with each value left out in turn.
 *
 *   t₋ᵢ = T(x₁ … xᵢ₋₁, xᵢ₊₁ … xₙ)
 *
 * Assumes nothing. `sample` is used again: the statistic must not keep or change it. Takes n evaluations. J. Tukey
 * (1958), Annals of Mathematical Statistics 29, 614.
 * @example jackknife([1, 2, 6], (sample) => Math.max(...sample)) // [6, 6, 2]
 */
export function jackknife<Value>(values: readonly Value[], statistic: (sample: readonly Value[]) => number): number[] {
  const sample = values.slice(1)
  return values.map((_, left) => {
    if (left > 0) sample[left - 1] = values[left - 1] as Value
    return statistic(sample)
  })
}
