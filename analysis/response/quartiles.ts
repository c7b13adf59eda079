import { isDefined } from '../stats/not-defined.ts'
import { quantile } from '../stats/quantile.ts'

/** The middle of some values and what the middle half lies between. */
export interface Quartiles {
  n: number
  low: number
  middle: number
  high: number
}

/** Quartiles of type 7; undefined of nothing. */
export function quartiles(values: readonly number[]): Quartiles | undefined {
  const [low, middle, high] = [quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)]
  return isDefined(low) && isDefined(middle) && isDefined(high) ? { n: values.length, low, middle, high } : undefined
}
