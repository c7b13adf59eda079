import { designEstimate } from './design-estimate.ts'
import { assertGiven, assertPaired, assertWeights } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import type { PooledChange } from './ratio-change.ts'
import { sum } from './sum.ts'
import type { WeightingOptions } from './weighted-mean.ts'

/** Of each pair, how many of how many, in one wave. */
export interface Shares {
  parts: readonly number[]
  base: readonly number[]
}

/**
 * By how many percentage points a share over all pairs changed, with its linearised error.
 *
 *   100·(S₂−S₁), S = Σwᵢpᵢ/Σwᵢbᵢ,   uᵢ = 100·wᵢeᵢ   with e = (p₂ − S₂b₂)/Σwb₂ − (p₁ − S₁b₁)/Σwb₁, or what the margins leave of it
 *
 * A mean of shares counts all pairs alike; this counts them by their base. Error, interval and test as in designEstimate. Undefined
 * where a base is 0 over all. R: survey::svycontrast(svyratio(~p1 + p2, ~b1 + b2, design), …) with covmat = TRUE.
 * @example shareChange({ parts: [1, 2], base: [10, 10] }, { parts: [2, 4], base: [10, 20] }, [1, 1]).change // 5
 */
export function shareChange(
  before: Shares,
  after: Shares,
  weights: readonly number[],
  { level, residuals, domain, ...design }: WeightingOptions = {},
): PooledChange | NotDefined {
  assertPaired(before.parts, after.parts)
  assertWeights(before.parts, weights)
  const isMeant = (_: number, index: number) => domain?.[index] ?? true
  const pooled = ({ parts, base }: Shares) => {
    assertPaired(parts, base, 'parts and base')
    for (const values of [parts, base]) assertGiven(values.filter(isMeant))
    const over = (values: readonly number[]) =>
      sum(values.map((value, index) => (weights[index] as number) * value).filter(isMeant))
    const all = over(base)
    const share = over(parts) / all
    const rest = parts.map((part, index) => (isMeant(part, index) ? (part - share * (base[index] as number)) / all : 0))
    return { all, share, rest }
  }
  const [first, second] = [pooled(before), pooled(after)]
  if (!(first.all > 0 && second.all > 0)) return notDefined('no-values')
  const rest = second.rest.map((value, index) => value - (first.rest[index] as number))
  const contributions = (residuals?.(rest) ?? rest).map((value, index) => 100 * (weights[index] as number) * value)
  const shares = { before: 100 * first.share, after: 100 * second.share }
  const change = shares.after - shares.before
  const values = [shares.before, shares.after]
  return {
    ...{ n: before.parts.filter(isMeant).length, ...shares, change },
    ...designEstimate({ estimate: change, contributions, domain, values, level }, design),
  }
}
