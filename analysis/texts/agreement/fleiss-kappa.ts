import { type NotDefined, notDefined } from '../../stats/not-defined.ts'
import { countsOf, givenOf, pairsOf, type Ratings } from './ratings.ts'

export interface FleissKappa {
  kappa: number
  /** Texts, each with as many codings. */
  n: number
  /** Codings of each text. */
  coders: number
}

/**
 * Fleiss' kappa of several coders, who need not be the same for all texts.
 *
 *   (P̄ − Pₑ) / (1 − Pₑ), P̄ = mean share of agreeing pairs of a text, Pₑ = Σ pⱼ² over the shares of the categories
 *
 * Assumes as many codings of every text: texts with fewer than most have are left out. Undefined without a text that was coded twice,
 * and where only one category was given. J. Fleiss (1971), Psychol. Bull. 76, 378–382; R: irr::kappam.fleiss.
 * @example fleissKappa([['a', 'a', 'b'], ['b', 'b', 'b']]) // { kappa: 0.25, n: 2, coders: 3 }
 */
export function fleissKappa(texts: readonly Ratings[]): FleissKappa | NotDefined {
  const all = texts.map(givenOf)
  const coders = Math.max(0, ...all.map(({ length }) => length))
  const whole = all.filter(({ length }) => length === coders)
  if (coders < 2) return notDefined('no-values')
  const shares = [...countsOf(whole.flat()).values()].map((count) => count / (whole.length * coders))
  if (shares.length === 1) return notDefined('no-variation')
  const expected = shares.reduce((total, share) => total + share ** 2, 0)
  const agreeing = whole
    .flatMap((given) => [...countsOf(given).values()])
    .reduce((total, count) => total + pairsOf(count), 0)
  const observed = agreeing / (whole.length * pairsOf(coders))
  return { kappa: (observed - expected) / (1 - expected), n: whole.length, coders }
}
