import type { Interval } from './interval.ts'
import { moments } from './moments.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { tInterval } from './t-interval.ts'
import { type TTest, tTest } from './t-test.ts'

interface WelchTest extends TTest {
  means: [number, number]
  /** Mean of the first group minus mean of the second. */
  difference: number
  se: number
  interval: Interval
}

/**
 * Welch's t test of two independent groups.
 *
 *   t = (m₁−m₂) / √(v₁+v₂),   df = (v₁+v₂)² / (v₁²/(n₁−1) + v₂²/(n₂−1))   with vᵢ = sᵢ²/nᵢ
 *
 * Assumes independent values, near the normal distribution or many; the groups may spread differently. Undefined where
 * a group has fewer than two values or neither varies. B. Welch (1947), Biometrika 34, 28–35; R: t.test(first, second).
 * @example welchTest([1, 2, 3], [2, 4, 9]).p // 0.2838344, rounded
 */
export function welchTest(first: readonly number[], second: readonly number[], level = 0.95): WelchTest | NotDefined {
  if (first.length === 0 || second.length === 0) return notDefined('no-values')
  const a = moments(first)
  const b = moments(second)
  if (a.n < 2 || b.n < 2) return notDefined('too-few-values')
  const va = a.squares / (a.n - 1) / a.n
  const vb = b.squares / (b.n - 1) / b.n
  if (va + vb === 0) return notDefined('no-variation')
  const difference = a.mean - b.mean
  const se = Math.sqrt(va + vb)
  const df = 1 / ((va / (va + vb)) ** 2 / (a.n - 1) + (vb / (va + vb)) ** 2 / (b.n - 1))
  return {
    means: [a.mean, b.mean],
    difference,
    se,
    interval: tInterval(difference, se, df, level),
    ...tTest(difference, se, df),
  }
}
