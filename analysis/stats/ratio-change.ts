import { type DesignEstimate, designEstimate } from './design-estimate.ts'
import { assertGiven, assertPaired, assertWeights } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'
import type { WeightingOptions } from './weighted-mean.ts'

export interface PooledChange extends DesignEstimate {
  n: number
  before: number
  after: number
  change: number
}

/**
 * By how many per cent a sum over all pairs changed, with its linearised error.
 *
 *   100·(R−1), R = Σwᵢyᵢ/Σwᵢxᵢ,   uᵢ = 100·wᵢeᵢ/Σwᵢxᵢ   with e = y − Rx in the domain, 0 outside, or what the margins leave of it
 *
 * A mean of pairs counts all pairs alike; this counts them by their size. Error, interval and test as in designEstimate. Assumes
 * numbers of which a sum means something. Undefined where the sum before is not above 0. R: survey::svyratio(~y, ~x, design).
 * @example ratioChange([10, 20, 30], [12, 20, 34], [1, 1, 1]).change // 10
 */
export function ratioChange(
  before: readonly number[],
  after: readonly number[],
  weights: readonly number[],
  { level, residuals, domain, ...design }: WeightingOptions = {},
): PooledChange | NotDefined {
  assertPaired(before, after)
  assertWeights(before, weights)
  const isMeant = (_: number, index: number) => domain?.[index] ?? true
  const total = (values: readonly number[]) => {
    assertGiven(values.filter(isMeant))
    return sum(values.map((value, index) => (weights[index] as number) * value).filter(isMeant))
  }
  const [first, second] = [total(before), total(after)]
  if (!(first > 0)) return notDefined('no-values')
  const ratio = second / first
  const rest = before.map((x, index) => (isMeant(x, index) ? (after[index] as number) - ratio * x : 0))
  const contributions = (residuals?.(rest) ?? rest).map((e, index) => (100 * (weights[index] as number) * e) / first)
  const change = 100 * (ratio - 1)
  const values = [100, 100 * ratio]
  return {
    ...{ n: before.filter(isMeant).length, before: first, after: second, change },
    ...designEstimate({ estimate: change, contributions, domain, values, level }, design),
  }
}
