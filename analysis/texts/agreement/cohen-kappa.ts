import { type NotDefined, notDefined } from '../../stats/not-defined.ts'
import { countsOf, type Ratings } from './ratings.ts'

export interface CohenKappa {
  kappa: number
  /** Asymptotic, for an interval around kappa. */
  error: number
  /** Texts that both have coded. */
  n: number
  observed: number
  expected: number
}

/**
 * Cohen's kappa of two coders: how much more often they agree than if each kept to shares of their own by chance.
 *
 *   (pₒ − pₑ) / (1 − pₑ), pₒ = Σ pᵢᵢ, pₑ = Σ pᵢ.·p.ᵢ; error² = (Σ pᵢᵢ·((1−pₑ) − (pᵢ.+p.ᵢ)(1−pₒ))²
 *   + (1−pₒ)²·Σ_{i≠j} pᵢⱼ·(p.ᵢ+pⱼ.)² − (pₒpₑ − 2pₑ + pₒ)²) / (n(1−pₑ)⁴)
 *
 * Assumes independent texts and coders. Texts that one of them did not code are left out. Undefined without a text, and where both
 * always gave one and the same category. J. Cohen (1960), Educ. Psychol. Meas. 20, 37–46; J. Fleiss, J. Cohen, B. Everitt (1969),
 * Psychol. Bull. 72, 323–327; R: psych::cohen.kappa.
 * @example cohenKappa([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]) // { kappa: 0.5, …, n: 4 }
 */
export function cohenKappa(texts: readonly Ratings[]): CohenKappa | NotDefined {
  const both = texts.flatMap(([one, other]) => (one == null || other == null ? [] : [[one, other] as const]))
  const n = both.length
  if (n === 0) return notDefined('no-values')
  const [ofOne, ofOther] = [countsOf(both.map(([one]) => one)), countsOf(both.map(([, other]) => other))]
  const share = (counts: ReadonlyMap<string, number>, value: string) => (counts.get(value) ?? 0) / n
  const values = new Set([...ofOne.keys(), ...ofOther.keys()])
  if (values.size === 1) return notDefined('no-variation')
  const observed = both.filter(([one, other]) => one === other).length / n
  const expected = sumOf(values, (value) => share(ofOne, value) * share(ofOther, value))
  const spread =
    sumOf(both, ([one, other]) =>
      one === other
        ? (1 - expected - (share(ofOne, one) + share(ofOther, one)) * (1 - observed)) ** 2 / n
        : ((1 - observed) * (share(ofOther, one) + share(ofOne, other))) ** 2 / n,
    ) -
    (observed * expected - 2 * expected + observed) ** 2
  return {
    kappa: (observed - expected) / (1 - expected),
    error: Math.sqrt(Math.max(0, spread) / n) / (1 - expected) ** 2,
    n,
    observed,
    expected,
  }
}

const sumOf = <Value>(values: Iterable<Value>, term: (value: Value) => number): number =>
  [...values].reduce((total, value) => total + term(value), 0)
