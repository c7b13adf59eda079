import { fewest } from '../disclosure/fewest.ts'
import { isTold } from '../disclosure/hidden.ts'
import { detectableChange } from '../stats/detectable-change.ts'
import { equivalenceTest } from '../stats/equivalence-test.ts'
import { missingShift } from '../stats/missing-shift.ts'
import { isDefined } from '../stats/not-defined.ts'
import { worstCaseBounds } from '../stats/worst-case-bounds.ts'
import { type Assumed, type Assumptions, type Bounds, type MissingAssumed, power } from './assumed.ts'
import type { Shown } from './results.ts'
import { type Change, toldChange } from './shown-change.ts'
import type { ToldDistribution } from './told-distribution.ts'

interface Given {
  level: number
  /** Whether the answers of units are shares of 0 to 100. */
  isShare: boolean
  /** Whether all that were asked are meant, so that those who are missing are known. */
  isWhole: boolean
  assumed: Assumed
}

/** Made from figures that are told, and from nothing else. */
export function assumptionsOf(result: Shown, { level, isShare, isWhole, assumed }: Given): Assumptions | undefined {
  const shown = toldChange(result)
  const missing = isWhole ? missingOf(result, shown, isShare, assumed) : undefined
  if (shown === undefined || isOfficial(shown)) return missing && { missing }
  return { ...certaintyOf(shown, level, assumed), ...(missing && { missing }) }
}

const isOfficial = ({ se }: Change) => !isDefined(se) && se.notDefined === 'complete'

function certaintyOf({ change, se, test }: Change, level: number, { relevant }: Assumed): Assumptions {
  if (!isDefined(se) || !isDefined(test)) {
    const why = isDefined(se) ? test : se
    return isDefined(why) ? {} : { detectable: why, ...(relevant !== undefined && { equivalence: why }) }
  }
  return {
    detectable: detectableChange(se, test.df, level, power),
    ...(relevant !== undefined && { equivalence: equivalenceTest(change, se, test.df, relevant, level) }),
  }
}

function missingOf(
  result: Shown,
  shown: Change | undefined,
  isShare: boolean,
  { missingBy }: Assumed,
): MissingAssumed | undefined {
  const { observed } = result
  // One or two who are missing are not told of: neither how many they are, nor what they could make of it.
  if (observed === undefined || observed.of - observed.pairs < fewest || observed.pairs === 0) return undefined
  const { pairs, of } = observed
  const bounds = boundsOf(result, isShare, of)
  return {
    n: of - pairs,
    of,
    ...(shown && shiftedOf(shown, (of - pairs) / of, missingBy)),
    ...(bounds.length > 0 && { bounds }),
  }
}

function shiftedOf({ change, interval }: Change, share: number, by: number | undefined): Partial<MissingAssumed> {
  return {
    zeroAt: -change / share,
    turnsAt: isDefined(interval)
      ? { holdsZero: interval[0] <= 0 && interval[1] >= 0, at: [-interval[1] / share, -interval[0] / share] }
      : interval,
    ...(by !== undefined && {
      shifted: {
        by,
        ...(isDefined(interval)
          ? missingShift(change, interval, share, by)
          : { estimate: change + share * by, interval }),
      },
    }),
  }
}

/** Those who answered only one of the waves count among the missing: all else is made from pairs too. */
function boundsOf({ kind, pairs }: Shown, isShare: boolean, of: number): Bounds[] {
  const between = (code: string, label: string, before: number, after: number): Bounds => ({
    ...{ code, label },
    before: worstCaseBounds(before, pairs.n, of, [0, 100]),
    after: worstCaseBounds(after, pairs.n, of, [0, 100]),
    change: worstCaseBounds(after - before, pairs.n, of, [-100, 100]),
  })
  if (kind === 'number') {
    const { before, after } = pairs
    if (!isShare || !isDefined(before.mean) || !isDefined(after.mean)) return []
    return [between('', 'Mittelwert', before.mean, after.mean)]
  }
  const shareOf = ({ categories }: ToldDistribution, place: number) => {
    const share = categories[place]?.share
    return share !== undefined && isTold(share) && isDefined(share) ? share : undefined
  }
  return pairs.before.categories.flatMap(({ code, label }, place) => {
    const [before, after] = [shareOf(pairs.before, place), shareOf(pairs.after, place)]
    return before === undefined || after === undefined ? [] : [between(code, label, before, after)]
  })
}
