import { type NotDefined, notDefined } from './not-defined.ts'
import { quantile } from './quantile.ts'

/**
 * How far each value lies from the middle, in deviations that a few wrong values do not stretch.
 *
 *   (x − median) / (1.4826 · median |x − median|)
 *
 * 1.4826 makes it the standard deviation where values are normal. Undefined for n = 0 and where more than half are the same.
 * B. Iglewicz, D. Hoaglin (1993), How to Detect and Handle Outliers; R: (x - median(x)) / mad(x).
 * @example robustDistances([1, 2, 3, 4, 100]).distances[4] // 65.43, rounded
 */
export function robustDistances(values: readonly number[]): { middle: number; distances: number[] } | NotDefined {
  const middle = quantile(values, 0.5)
  if (typeof middle !== 'number') return middle
  const deviation =
    1.4826 *
    (quantile(
      values.map((value) => Math.abs(value - middle)),
      0.5,
    ) as number)
  if (deviation === 0) return notDefined('no-variation')
  return { middle, distances: values.map((value) => (value - middle) / deviation) }
}
