import { assertGiven, assertPaired } from './given.ts'
import { hedgesCorrection } from './hedges-correction.ts'
import { moments } from './moments.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'

interface PairedEffectSize {
  n: number
  /** Mean change in standard deviations of the changes. */
  dz: number | NotDefined
  /** Mean change in standard deviations of the values, as they spread within a wave. */
  dav: number | NotDefined
  /** dz turned to the spread within a wave by the correlation of the waves. */
  drm: number | NotDefined
  /** dz and dav without the bias of small samples. */
  gz: number | NotDefined
  gav: number | NotDefined
}

/**
 * Standardised mean change of pairs (Cohen's d), in three units that differ a lot where the waves are highly
 * correlated.
 *
 *   d_z = d̄/s_d,   d_av = d̄/√((s₁²+s₂²)/2),   d_rm = d_z·√(2(1−r)),   g = J(n−1)·d
 *
 * Assumes independent pairs. Undefined for n < 2; d_z, d_rm where all change alike, d_av, d_rm where a wave does not
 * vary; g for n < 3. D. Lakens (2013), Frontiers in Psychology 4, 863; G. Cumming (2012), Understanding the New
 * Statistics, ch. 11.
 * @example pairedEffectSize([1, 2, 3, 4], [3, 3, 5, 4]).dz // 1.305582, rounded
 */
export function pairedEffectSize(before: readonly number[], after: readonly number[]): PairedEffectSize | NotDefined {
  assertPaired(before, after)
  assertGiven(before, 'before')
  assertGiven(after, 'after')
  if (before.length === 0) return notDefined('no-values')
  if (before.length === 1) return notDefined('too-few-values')
  const first = moments(before)
  const second = moments(after)
  const { n, mean: change, squares } = moments(after.map((value, index) => value - (before[index] as number)))
  const flat = notDefined('no-variation')
  const dz = squares === 0 ? flat : change / Math.sqrt(squares / (n - 1))
  const within = (first.squares + second.squares) / 2 / (n - 1)
  const dav = within === 0 ? flat : change / Math.sqrt(within)
  const together = sum(after.map((value, index) => (value - second.mean) * ((before[index] as number) - first.mean)))
  const correlation = together / Math.sqrt(first.squares * second.squares)
  const related = typeof dz === 'number' && Number.isFinite(correlation)
  const drm = related ? dz * Math.sqrt(2 * Math.max(0, 1 - correlation)) : flat
  const unbiased = (d: number | NotDefined) => {
    if (typeof d !== 'number') return d
    return n < 3 ? notDefined('too-few-values') : d * hedgesCorrection(n - 1)
  }
  return { n, dz, dav, drm, gz: unbiased(dz), gav: unbiased(dav) }
}
