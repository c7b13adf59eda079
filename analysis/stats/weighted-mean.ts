import { designEstimate } from './design-estimate.ts'
import { domainContributions, type Weighing } from './domain-contributions.ts'
import type { Interval } from './interval.ts'
import { isDefined, type NotDefined } from './not-defined.ts'
import type { SampleDesign } from './total-covariance.ts'

export interface WeightedMean {
  /** How many cases the mean is of. */
  n: number
  mean: number
  df: number
  se: number | NotDefined
  /** Student's t with df degrees of freedom. */
  interval: Interval | NotDefined
}

export interface WeightingOptions extends Weighing, SampleDesign {
  level?: number
}

/**
 * Weighted mean of a sample, or of a part of it (a domain), with its standard error.
 *
 *   m = Σwᵢxᵢ/Σwᵢ over the domain,   se = √(n/(n−1) · Σ(uᵢ − ū)²) over all n cases of the sample, u as in
 *   domainContributions; with strata, fractions or clusters as in totalCovariance
 *
 * Weights as plain data (no `residuals`) overstate the error of post-stratified or raked means of what the margins
 * explain. Assumes independent cases drawn with replacement, who all counted alike before the weights, unless a design says
 * otherwise. Undefined for an empty domain; se for one of a single case, and where the cases differ by no more than rounding.
 * R: survey::svymean(~x, subset(design, domain)) with svydesign(~1) and postStratify or rake, the interval with df = n of the
 * domain − 1.
 * @example weightedMean([1, 2, 6], [1, 1, 2]).mean // 3.75
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
  { level, residuals, domain, ...design }: WeightingOptions = {},
): WeightedMean | NotDefined {
  const found = domainContributions(values, weights, { residuals, domain })
  if (!isDefined(found)) return found
  const { n, mean, contributions } = found
  const meant = values.filter((_, index) => domain?.[index] ?? true)
  const { df, se, interval } = designEstimate({ estimate: mean, contributions, domain, values: meant, level }, design)
  return { n, mean, df, se, interval }
}
