/**
 * Sum of the weights of every class.
 *
 *   W_h = Σ wᵢ over i in h
 *
 * @example classSums(['a', 'b', 'a'], [1, 2, 3]).get('a') // 4
 */
export function classSums(classes: readonly string[], weights: readonly number[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [index, label] of classes.entries()) {
    sums.set(label, (sums.get(label) ?? 0) + (weights[index] as number))
  }
  return sums
}
