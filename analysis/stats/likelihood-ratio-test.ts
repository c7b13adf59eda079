import { chiSquareTail } from './chi-square-tail.ts'

interface Fitted {
  logLikelihood: number
  /** Number of estimated coefficients. */
  parameters: number
}

/**
 * Likelihood-ratio test of a model against a smaller one that it contains.
 *
 *   χ² = 2·(ln L₁ − ln L₀), df = k₁ − k₀
 *
 * Assumes nested models fitted to the same cases. S. Wilks (1938), Annals of Mathematical Statistics 9, 60–62; R:
 * anova(smaller, larger, test = 'LRT').
 * @example likelihoodRatioTest({ logLikelihood: -12, parameters: 1 }, { logLikelihood: -10, parameters: 2 }).p
 * // 0.04550026, rounded
 */
export function likelihoodRatioTest(smaller: Fitted, larger: Fitted): { chiSquare: number; df: number; p: number } {
  const df = larger.parameters - smaller.parameters
  if (df <= 0)
    throw new RangeError(`the larger model has ${larger.parameters} parameters, the smaller ${smaller.parameters}`)
  const chiSquare = Math.max(0, 2 * (larger.logLikelihood - smaller.logLikelihood))
  return { chiSquare, df, p: chiSquareTail(chiSquare, df) }
}
