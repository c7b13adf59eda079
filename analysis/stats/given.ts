/** Throws unless all are finite numbers: what is missing has to be left out, and counted, by the caller. */
export function assertGiven(values: readonly number[], name = 'values'): void {
  for (let index = 0; index < values.length; index += 1) {
    if (!Number.isFinite(values[index])) {
      throw new RangeError(`${name}[${index}] is ${values[index]}: only given, finite numbers can be reckoned with`)
    }
  }
}

export function assertPaired(before: readonly unknown[], after: readonly unknown[], names = 'before and after'): void {
  if (before.length !== after.length) {
    throw new RangeError(`${names} belong together, but there are ${before.length} and ${after.length}`)
  }
}

export function assertShare(share: number, name = 'level'): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`${name} is ${share}: it has to lie between 0 and 1`)
}

/** Throws unless all are numbers of cases: finite and at least 0. */
export function assertCounts(counts: readonly number[], name = 'counts'): void {
  assertGiven(counts, name)
  const below = counts.findIndex((count) => count < 0)
  if (below >= 0) throw new RangeError(`${name}[${below}] is ${counts[below]}: a number of cases is never below 0`)
}

/** Throws unless all lie between 0 and 1. */
export function assertProbabilities(values: readonly number[], name: string): void {
  assertGiven(values, name)
  const outside = values.findIndex((value) => value < 0 || value > 1)
  if (outside >= 0) throw new RangeError(`${name}[${outside}] is ${values[outside]}: it has to lie between 0 and 1`)
}

/** Throws unless there is a weight above 0 for every value. */
export function assertWeights(values: readonly unknown[], weights: readonly number[]): void {
  assertPaired(values, weights, 'values and weights')
  assertGiven(weights, 'weights')
  const none = weights.findIndex((weight) => weight <= 0)
  if (none >= 0) throw new RangeError(`weights[${none}] is ${weights[none]}: who counts has a weight above 0`)
}
