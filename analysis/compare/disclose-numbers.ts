import type { CountTable, Place } from '../disclosure/count-table.ts'
import type { Telling } from '../disclosure/enough.ts'
import type { ChangeShares } from '../stats/change-shares.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { Comparison } from './compare-numbers.ts'
import { tellLevel } from './disclose-level.ts'
import { isHidden, withoutError, withoutSpread } from './hidden-spread.ts'
import type { ToldMissing, ToldNumbers } from './results.ts'

/** Those who rose, fell and stayed, who make up the pairs. */
export function placeMoved(
  table: CountTable,
  shares: ChangeShares | NotDefined,
  contributors: readonly [number, number, number],
): Place[] {
  if (!isDefined(shares)) return []
  const places = [shares.risen, shares.fallen, shares.unchanged].map(({ count }, place) =>
    table.add(count, { contributors: contributors[place] as number }),
  )
  table.sum(places, table.know(shares.n))
  return places
}

export function tellMoved(
  table: CountTable,
  shares: ChangeShares | NotDefined,
  [risen, fallen, unchanged]: readonly Place[],
): ToldNumbers['shares'] {
  if (!isDefined(shares) || risen === undefined || fallen === undefined || unchanged === undefined)
    return shares as NotDefined
  return {
    n: shares.n,
    risen: table.tell(risen, shares.risen),
    fallen: table.tell(fallen, shares.fallen),
    unchanged: table.tell(unchanged, shares.unchanged),
  }
}

/** What can be told of all who answered, and of the pairs. */
export interface TellingOf {
  all: Telling
  pairs: Telling
  /** Whether an error can be told that was made from sums of clusters. */
  isErrorTold: boolean
}

export function tellNumbers(
  table: CountTable,
  result: Comparison,
  moved: readonly Place[],
  missing: ToldMissing,
  telling: TellingOf,
): ToldNumbers {
  const { shares, pairs } = result
  return {
    ...result,
    before: tellLevel(result.before, telling.all),
    after: tellLevel(result.after, telling.all),
    pairs: { n: pairs.n, before: tellLevel(pairs.before, telling.pairs), after: tellLevel(pairs.after, telling.pairs) },
    missing,
    shares: tellMoved(table, shares, moved),
    signedRank: tellSignedRank(table, result, moved[2]),
    ...(!telling.pairs.quartiles && withoutEnds(result)),
    ...(!telling.isErrorTold && ofFewClusters(result)),
    ...(!telling.pairs.spread && ofFewPairs(result)),
  }
}

/** Its ranks and its p say how many changed at all. */
function tellSignedRank(
  table: CountTable,
  { signedRank }: Comparison,
  unchanged: Place | undefined,
): ToldNumbers['signedRank'] {
  if (!isDefined(signedRank) || unchanged === undefined) return signedRank
  return table.isTold(unchanged) ? signedRank : isHidden
}

/** Their limits are the smallest and the largest change, or nearly. */
const withoutEnds = ({ hodgesLehmann, bootstrap }: Comparison) => ({
  hodgesLehmann: isDefined(hodgesLehmann) ? { ...hodgesLehmann, interval: isHidden } : hodgesLehmann,
  ...(bootstrap !== undefined && { bootstrap: isHidden }),
})

/** A spread, a middle or a test says how so few changed. */
const ofFewPairs = (result: Comparison) => ({
  ...without(result, withoutSpread),
  medianChange: isHidden,
  hodgesLehmann: isHidden,
  signedRank: isHidden,
  effect: isHidden,
})

/** Beside the spread of all pairs an error that is made from sums of clusters says what those in few of them changed. */
const ofFewClusters = (result: Comparison) => without(result, withoutError)

function without({ change, weighted, pooled, weightedPooled }: Comparison, what: Partial<typeof withoutSpread>) {
  const { sd: _sd, ...ofError } = { sd: isHidden, ...what }
  return {
    change: isDefined(change) ? { ...change, ...what } : change,
    ...(weighted && { weighted: isDefined(weighted) ? { ...weighted, ...what } : weighted }),
    ...(pooled && { pooled: 'change' in pooled ? { ...pooled, ...ofError } : pooled }),
    ...(weightedPooled && {
      weightedPooled: 'change' in weightedPooled ? { ...weightedPooled, ...ofError } : weightedPooled,
    }),
  }
}
