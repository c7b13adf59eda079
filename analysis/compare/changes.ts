import { hasValue, type WaveValues } from '../panel/column.ts'

/** What changed from one wave to the other in each unit that has a value in both. */
export function changesOf(before: WaveValues, after: WaveValues, indices: readonly number[]): number[] {
  return indices.flatMap((index) =>
    hasValue(before.result, index) && hasValue(after.result, index)
      ? [(after.result.values[index] as number) - (before.result.values[index] as number)]
      : [],
  )
}
