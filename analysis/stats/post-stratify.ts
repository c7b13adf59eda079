import { classSums } from './class-sums.ts'
import { classesThatDoNotFit, type Margin } from './classes-that-do-not-fit.ts'
import { assertWeights } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/**
 * Weights by which every class of the sample counts as much as it has members in the population.
 *
 *   wᵢ = dᵢ · N_h / Σ_{j in h} dⱼ   with base weights d, 1 unless given
 *
 * Assumes that within a class those who answered are like those who did not. Undefined (`where` names the class) where
 * a class of the population is empty in the sample, or a class of the sample is none of the population. D. Holt, T.
 * Smith (1979), JRSS A 142, 33–46; R: survey::postStratify.
 * @example postStratify({ name: 'size', classes: ['s', 's', 'l'], totals: { s: 6, l: 2 } }) // [3, 3, 2]
 */
export function postStratify(margin: Margin, base = margin.classes.map(() => 1)): number[] | NotDefined {
  assertWeights(margin.classes, base)
  if (margin.classes.length === 0) return notDefined('no-values')
  const problem = classesThatDoNotFit(margin)
  if (problem !== undefined) return problem
  const sums = classSums(margin.classes, base)
  return margin.classes.map(
    (label, index) => ((base[index] as number) * (margin.totals[label] as number)) / (sums.get(label) as number),
  )
}
