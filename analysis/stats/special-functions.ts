import { createRequire } from 'node:module'

const read = createRequire(import.meta.url)

/**
 * A function of a package that consists of some hundred files. They are read when a figure first needs it, so that no start waits for
 * them.
 */
function late<Arguments extends unknown[]>(name: string): (...given: Arguments) => number {
  let found: ((...given: Arguments) => number) | undefined
  return (...given) => {
    found ??= read(name) as (...given: Arguments) => number
    return found(...given)
  }
}

type OfNormal = [x: number, mean: number, deviation: number]

export const betaInc = late<[x: number, a: number, b: number]>('@stdlib/math-base-special-betainc')
export const gammaInc = late<[x: number, s: number, regularised: boolean, upper: boolean]>(
  '@stdlib/math-base-special-gammainc',
)
export const normalCdf = late<OfNormal>('@stdlib/stats-base-dists-normal-cdf')
export const roughQuantileOfNormal = late<OfNormal>('@stdlib/stats-base-dists-normal-quantile')
export const cdfOfT = late<[t: number, df: number]>('@stdlib/stats-base-dists-t-cdf')
export const quantileOfT = late<[p: number, df: number]>('@stdlib/stats-base-dists-t-quantile')
