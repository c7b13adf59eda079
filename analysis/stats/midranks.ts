interface Midranks {
  ranks: number[]
  /** How many values share each place. */
  ties: number[]
}

/**
 * Ranks from 1 on; equal values share the mean of their places.
 *
 *   rank(x) = #{xᵢ < x} + (#{xᵢ = x} + 1) / 2
 *
 * Assumes that what should be equal is equal: see pairedDifferences. R: rank(x).
 * @example midranks([10, 20, 20, 5]).ranks // [2, 3.5, 3.5, 1]
 */
export function midranks(values: readonly number[]): Midranks {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = new Array<number>(values.length)
  const ties: number[] = []
  for (let start = 0; start < order.length; ) {
    const value = values[order[start] as number]
    let end = start + 1
    while (end < order.length && values[order[end] as number] === value) end += 1
    for (let place = start; place < end; place += 1) ranks[order[place] as number] = (start + end + 1) / 2
    ties.push(end - start)
    start = end
  }
  return { ranks, ties }
}
