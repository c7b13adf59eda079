import { assertGiven } from './given.ts'

/**
 * Weights by which everyone stands for those who were as likely to answer and did not.
 *
 *   wᵢ = 1/pᵢ
 *
 * Assumes that whether somebody answers depends on nothing but what p was computed from (see logit), and that p is
 * never close to 0; else see trimWeights. D. Horvitz, D. Thompson (1952), JASA 47, 663–685.
 * @example inverseProbabilityWeights([0.5, 0.25, 1]) // [2, 4, 1]
 */
export function inverseProbabilityWeights(probabilities: readonly number[]): number[] {
  assertGiven(probabilities, 'probabilities')
  return probabilities.map((probability, index) => {
    if (probability > 0 && probability <= 1) return 1 / probability
    throw new RangeError(`probabilities[${index}] is ${probability}: it has to lie above 0 and be at most 1`)
  })
}
