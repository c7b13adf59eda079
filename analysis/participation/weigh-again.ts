import { countedLogit } from '../stats/counted-logit.ts'
import { isDefined } from '../stats/not-defined.ts'
import { trimWeights } from '../stats/trim-weights.ts'

/** A step on the way into the sample, as a logit takes it. */
export interface FittedStage {
  /** Who could take it and of whom all is known, and which of them did. */
  places: readonly number[]
  yes: readonly boolean[]
  /** What is known of each, a 1 first. */
  rows: readonly (readonly number[])[]
}

/** All that is needed to make weights again from other samples of the same population. */
export interface Refit {
  /** The places of all who could answer and of whom all is known, and of those who did. */
  population: readonly number[]
  sample: readonly number[]
  stages: readonly FittedStage[]
  trimAt: number
}

/**
 * The weights that a sample of the population would have led to, by place; each unit was drawn as often as `counts` says. Undefined
 * where its models have no solution.
 */
export function weighAgain(
  { sample, stages, trimAt }: Refit,
  counts: readonly number[],
  starts: readonly (readonly number[])[] = [],
): Map<number, number> | undefined {
  const full = new Map(sample.filter((index) => (counts[index] ?? 0) > 0).map((index) => [index, 1]))
  for (const [at, { places, yes, rows }] of stages.entries()) {
    const own = places.map((index) => counts[index] ?? 0)
    const fit = countedLogit(yes, rows, own, starts[at])
    if (!isDefined(fit)) return undefined
    for (const [place, index] of places.entries()) {
      const weight = full.get(index)
      if (weight !== undefined) full.set(index, weight / (fit.fitted[place] as number))
    }
  }
  const repeated = [...full].flatMap(([index, weight]) => new Array<number>(counts[index] as number).fill(weight))
  const cut = trimWeights(repeated, trimAt)
  if (!isDefined(cut)) return undefined
  return new Map([...full].map(([index, weight]) => [index, Math.min(weight, cut.cap)]))
}

/** The coefficients of each step among all, from which those of samples are near. */
export const startsOf = ({ stages }: Refit): number[][] =>
  stages.map(({ yes, rows, places }) => {
    const fit = countedLogit(
      yes,
      rows,
      places.map(() => 1),
    )
    return isDefined(fit) ? fit.coefficients : []
  })
