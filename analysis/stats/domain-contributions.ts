import { assertGiven, assertPaired, assertWeights } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { sum } from './sum.ts'

export interface DomainContributions {
  n: number
  mean: number
  contributions: number[]
}

export interface Weighing {
  /** What the margins leave that the weights were fitted to (see calibrationResiduals); else the weights are taken as given. */
  residuals?: ((influence: readonly number[]) => number[]) | undefined
  /** Which cases of the sample the figure is of: all, unless given. What the others have for a value does not matter. */
  domain?: readonly boolean[] | undefined
}

/**
 * Weighted mean of a part of a sample, and what each case of the whole sample adds to it.
 *
 *   m = Σwᵢxᵢ/Σwᵢ over the domain,   zᵢ = xᵢ − m in the domain, 0 outside,   uᵢ = wᵢeᵢ/Σwᵢ
 *   with e = z, or what the margins leave of z (see calibrationResiduals)
 *
 * A domain is never treated as a sample of its own: the totals of the margins are known for the whole, not within each
 * domain. Undefined for an empty domain. J.-C. Deville (1999), Survey Methodology 25, 193–203; R: survey::svymean(~x,
 * subset(design, domain), influence = TRUE).
 * @example domainContributions([1, 2, 6], [1, 1, 2]).contributions // [-0.6875, -0.4375, 1.125]
 */
export function domainContributions(
  values: readonly number[],
  weights: readonly number[],
  { residuals, domain }: Weighing = {},
): DomainContributions | NotDefined {
  assertWeights(values, weights)
  if (domain !== undefined) assertPaired(values, domain, 'values and domain')
  const isMeant = (_: number, index: number) => domain?.[index] ?? true
  const meant = values.filter(isMeant)
  assertGiven(meant)
  if (meant.length === 0) return notDefined('no-values')
  const own = weights.filter(isMeant)
  const total = sum(own)
  const mean = sum(meant.map((value, index) => value * (own[index] as number))) / total
  const influence = values.map((value, index) => (isMeant(value, index) ? value - mean : 0))
  const left = residuals?.(influence) ?? influence
  return {
    n: meant.length,
    mean,
    contributions: left.map((rest, index) => (rest * (weights[index] as number)) / total),
  }
}
