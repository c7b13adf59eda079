import { classSums } from './class-sums.ts'
import { classesThatDoNotFit, type Margin } from './classes-that-do-not-fit.ts'
import { assertPaired, assertWeights } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { postStratify } from './post-stratify.ts'
import { sum } from './sum.ts'

export interface Raked {
  weights: number[]
  iterations: number
  /** The largest relative distance of a class from its total. */
  deviation: number
}

const closeEnough = 1e-12
const mostIterations = 1000

/**
 * Weights that meet several margins of the population at once (iterative proportional fitting).
 *
 *   post-stratify to the first margin, then the second, …, again and again, until every class is
 *   within 10⁻¹² of its total
 *
 * R's survey::rake stops as soon as the table changes by less than 1. Assumes that whether somebody answers depends on
 * the margins only, each for itself. Undefined where a class does not fit (see postStratify), where the margins add up
 * to different totals, and where no weights can meet all margins, because combinations are missing in the sample:
 * 'not-converged'. W. Deming, F. Stephan (1940), Annals of Mathematical Statistics 11, 427–444; R: survey::rake(control
 * = list(epsilon = 1e-10, maxit = 1000)).
 * @example rake([{ name: 'a', classes: ['x', 'x', 'y'], totals: { x: 6, y: 4 } },
 *   { name: 'b', classes: ['u', 'v', 'u'], totals: { u: 8, v: 2 } }]).weights // [4, 2, 4], rounded
 */
export function rake(margins: readonly Margin[], base?: readonly number[]): Raked | NotDefined {
  const everybody = margins[0]?.classes ?? []
  let weights = [...(base ?? everybody.map(() => 1))]
  assertWeights(everybody, weights)
  if (everybody.length === 0) return notDefined('no-values')
  for (const margin of margins) {
    assertPaired(everybody, margin.classes, `classes of the first margin and of '${margin.name}'`)
    const problem = classesThatDoNotFit(margin)
    if (problem !== undefined) return problem
  }
  const totals = margins.map((margin) => sum(Object.values(margin.totals)))
  const [first = 0] = totals
  const different = margins.filter((_, place) => Math.abs((totals[place] as number) - first) > closeEnough * first)
  if (different.length > 0)
    return notDefined(
      'unequal-totals',
      different.map(({ name }) => name),
    )
  for (let iterations = 1; iterations <= mostIterations; iterations += 1) {
    for (const margin of margins) weights = postStratify(margin, weights) as number[]
    const deviation = Math.max(...margins.map((margin) => deviationOf(margin, weights)))
    if (deviation <= closeEnough) return { weights, iterations, deviation }
  }
  return notDefined('not-converged')
}

function deviationOf({ classes, totals }: Margin, weights: readonly number[]): number {
  let most = 0
  for (const [label, reached] of classSums(classes, weights)) {
    most = Math.max(most, Math.abs(reached / (totals[label] as number) - 1))
  }
  return most
}
