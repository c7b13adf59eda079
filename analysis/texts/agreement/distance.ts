/** How far two codings lie apart: 0 for the same, up to 1. */
export type Distance<Value> = (one: Value, other: Value) => number

/** Any two that differ are as far apart. */
export const nominal: Distance<string> = (one, other) => (one === other ? 0 : 1)

/**
 * How far two sets of categories lie apart (MASI).
 *
 *   1 − J·M, J = |A∩B| / |A∪B|, M = 1 if equal, 2/3 if one holds the other, 1/3 if they overlap, else 0
 *
 * Who gives one category more than the other differs less than who gives another one; two that both found none agree. Jaccard's
 * distance alone would take `{a}` against `{a, b}` for as far apart as `{a, b, c}` against `{b, c, d}`. R. Passonneau (2006), LREC, 831–836.
 * @example masi(new Set(['a']), new Set(['a', 'b'])) // 0.6666667, rounded
 */
export const masi: Distance<ReadonlySet<string>> = (one, other) => {
  if (one.size === 0 && other.size === 0) return 0
  const common = [...one].filter((category) => other.has(category)).length
  const monotonic =
    common === 0 ? 0 : common === one.size || common === other.size ? (one.size === other.size ? 1 : 2 / 3) : 1 / 3
  return 1 - (common / (one.size + other.size - common)) * monotonic
}
