import { normalQuantile } from './normal-quantile.ts'

/**
 * Quantile of bootstrap replicates, between neighbours on the scale of the normal distribution.
 *
 *   t₍ₖ₎ + (Φ⁻¹(α) − Φ⁻¹(k/(R+1))) / (Φ⁻¹((k+1)/(R+1)) − Φ⁻¹(k/(R+1))) · (t₍ₖ₊₁₎−t₍ₖ₎)   with k = ⌊(R+1)α⌋
 *
 * Assumes sorted replicates; the smallest or largest stands for what lies beyond. A. Davison, D. Hinkley (1997),
 * Bootstrap Methods and their Application, eq. 5.8; R: boot::boot.ci.
 * @example replicateQuantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function replicateQuantile(sorted: readonly number[], share: number): number {
  const slots = sorted.length + 1
  const k = Math.floor(slots * share)
  if (k < 1) return sorted[0] as number
  if (k >= sorted.length) return sorted[sorted.length - 1] as number
  const lower = sorted[k - 1] as number
  const start = normalQuantile(k / slots)
  const way = (normalQuantile(share) - start) / (normalQuantile((k + 1) / slots) - start)
  return lower + way * ((sorted[k] as number) - lower)
}
