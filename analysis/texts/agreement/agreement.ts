import type { NotDefined } from '../../stats/not-defined.ts'
import { type CohenKappa, cohenKappa } from './cohen-kappa.ts'
import { masi, nominal } from './distance.ts'
import { type FleissKappa, fleissKappa } from './fleiss-kappa.ts'
import { type KrippendorffAlpha, krippendorffAlpha } from './krippendorff-alpha.ts'
import { percentAgreement } from './percent-agreement.ts'
import type { Ratings } from './ratings.ts'

/** A text with what each coder gave it. Who found no category for it has an empty set; who did not code it is not there. */
export interface CodedText {
  text: string
  codings: ReadonlyMap<string, ReadonlySet<string>>
}

export interface Measures {
  /** The share of pairs of codings that agree. */
  percent: number | NotDefined
  /** Of each two coders, by what both have coded. */
  cohen: { coders: readonly [string, string]; result: CohenKappa | NotDefined }[]
  fleiss: FleissKappa | NotDefined
  alpha: KrippendorffAlpha | NotDefined
}

export interface Agreement {
  coders: string[]
  /** Texts that two or more have coded. */
  texts: number
  /** Whether a text has the category, of each category; `given` is how often it was given. */
  categories: { category: string; given: number; measures: Measures }[]
  /**
   * Of all categories at once: percent and kappas take a set of categories as one value, which agrees or does not; alpha measures
   * how far two sets lie apart (MASI), so that a category more or less is no full disagreement.
   */
  overall: Measures
}

export interface AgreementOptions {
  seed: number
  /** Samples for the interval of each alpha. */
  replicates?: number
}

/** How well coders agree, in the order of `categories`. Texts that one coder alone has coded say nothing of it. */
export function agreement(
  texts: readonly CodedText[],
  categories: readonly string[],
  options: AgreementOptions,
): Agreement {
  const twice = texts.filter(({ codings }) => codings.size >= 2)
  const coders = [...new Set(twice.flatMap(({ codings }) => [...codings.keys()]))].sort()
  const rated = <Value>(read: (given: ReadonlySet<string>) => Value): Ratings<Value>[] =>
    twice.map(({ codings }) =>
      coders.map((coder) => {
        const given = codings.get(coder)
        return given === undefined ? null : read(given)
      }),
    )
  const plain = (ratings: readonly Ratings[]) => ({
    percent: percentAgreement(ratings),
    cohen: ofEachTwo(coders, ratings),
    fleiss: fleissKappa(ratings),
  })
  return {
    coders,
    texts: twice.length,
    categories: categories.map((category) => {
      const ratings = rated((given) => (given.has(category) ? 'yes' : 'no'))
      const alpha = krippendorffAlpha(ratings, { distance: nominal, keyOf: (value) => value, ...options })
      const given = ratings.flat().filter((value) => value === 'yes').length
      return { category, given, measures: { ...plain(ratings), alpha } }
    }),
    overall: {
      ...plain(rated(keyOfSet)),
      alpha: krippendorffAlpha(
        rated((given) => given),
        { distance: masi, keyOf: keyOfSet, ...options },
      ),
    },
  }
}

const keyOfSet = (categories: ReadonlySet<string>): string => JSON.stringify([...categories].sort())

const ofEachTwo = (coders: readonly string[], ratings: readonly Ratings[]): Measures['cohen'] =>
  coders.flatMap((one, at) =>
    coders.slice(at + 1).map((other, further) => ({
      coders: [one, other] as const,
      result: cohenKappa(ratings.map((row) => [row[at] ?? null, row[at + 1 + further] ?? null])),
    })),
  )
