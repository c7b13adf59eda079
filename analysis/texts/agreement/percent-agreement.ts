import { type NotDefined, notDefined } from '../../stats/not-defined.ts'
import { countsOf, givenOf, pairsOf, type Ratings } from './ratings.ts'

/**
 * The share of pairs of codings of the same text that agree.
 *
 *   Σᵤ agreeing pairs of u / Σᵤ pairs of u
 *
 * Says nothing of what chance would bring about. Undefined where no text was coded twice.
 * @example percentAgreement([['a', 'a'], ['a', 'b'], ['b', null]]) // 0.5
 */
export function percentAgreement(texts: readonly Ratings[]): number | NotDefined {
  let agreeing = 0
  let pairs = 0
  for (const ratings of texts) {
    const given = givenOf(ratings)
    pairs += pairsOf(given.length)
    for (const count of countsOf(given).values()) agreeing += pairsOf(count)
  }
  return pairs === 0 ? notDefined('no-values') : agreeing / pairs
}
