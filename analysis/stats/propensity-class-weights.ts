import { assertGiven, assertPaired } from './given.ts'
import { isDefined, type NotDefined, notDefined } from './not-defined.ts'
import { quantile } from './quantile.ts'

export interface PropensityClasses {
  /** The class of every unit, from 0 on. */
  classes: number[]
  /** Units and answers by class. */
  units: number[]
  answered: number[]
  /** Of those who answered, in their order. */
  weights: number[]
}

/**
 * Weights by classes of the probability to answer, which lean less on the model of that probability than its inverse.
 *
 *   classes cut at the 1/c, 2/c, … quantiles of p over all units;   w = units of the class / answers of the class
 *
 * Assumes that within a class those who answered are like those who did not. A unit on a cut belongs to the lower
 * class. Undefined where nobody answered in a class (`where` names it). P. Rosenbaum, D. Rubin (1984), JASA 79,
 * 516–524.
 * @example propensityClassWeights([0.2, 0.3, 0.7, 0.8], [true, false, true, true], 2).weights // [2, 1, 1]
 */
export function propensityClassWeights(
  probabilities: readonly number[],
  answered: readonly boolean[],
  count = 5,
): PropensityClasses | NotDefined {
  assertGiven(probabilities, 'probabilities')
  assertPaired(probabilities, answered, 'probabilities and answers')
  if (probabilities.length === 0) return notDefined('no-values')
  const cuts = Array.from({ length: count - 1 }, (_, index) => quantile(probabilities, (index + 1) / count)).filter(
    isDefined,
  )
  const classes = probabilities.map((probability) => cuts.filter((cut) => probability > cut).length)
  const tally = (counted: (index: number) => boolean) =>
    Array.from({ length: count }, (_, at) => classes.filter((label, index) => label === at && counted(index)).length)
  const units = tally(() => true)
  const answers = tally((index) => answered[index] as boolean)
  const empty = [...units.keys()].filter((at) => (units[at] as number) > 0 && answers[at] === 0)
  if (empty.length > 0) return notDefined('empty-class', empty.map(String))
  const weights = classes
    .filter((_, index) => answered[index])
    .map((label) => (units[label] as number) / (answers[label] as number))
  return { classes, units, answered: answers, weights }
}
