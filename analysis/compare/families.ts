import { isTold } from '../disclosure/hidden.ts'
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts'
import { holm } from '../stats/holm.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { Computed } from './disclose.ts'
import type { Adjusted, AdjustedP, Shown } from './results.ts'
import { shownChange } from './shown-change.ts'

/** One family of tests: each p as it is and adjusted for all that were made. Says how many that were. */
export function adjustFamily(results: readonly Computed['result'][]): { adjusted: Adjusted[]; tests: number } {
  const main = adjustedPs(results.map(mainP))
  const ranks = adjustedPs(results.map((result) => (result.kind === 'number' ? pOf(result.signedRank) : undefined)))
  return {
    adjusted: results.map((_result, place) => ({
      ...(main[place] && { main: main[place] }),
      ...(ranks[place] && { signedRank: ranks[place] }),
    })),
    tests: main.filter((one) => one !== undefined).length,
  }
}

/** Without the p of what is hidden, or whose test is: they would say what it is. */
export function toldTests(result: Shown | undefined, adjusted: Adjusted | undefined): Adjusted | undefined {
  if (result === undefined || adjusted === undefined) return adjusted
  const { main, signedRank } = adjusted
  const isRankHidden = result.kind === 'number' && isHidden(result.signedRank)
  return {
    ...(main && !isMainHidden(result) && { main }),
    ...(signedRank && !isRankHidden && { signedRank }),
  }
}

function isMainHidden(result: Shown): boolean {
  const shown = shownChange(result)
  return shown !== undefined && (!isTold(shown) || (isDefined(shown) && isHidden(shown.test)))
}

const isHidden = (one: object) => 'notDefined' in one && one.notDefined === 'hidden'

/** Those without a test stay out. */
export function adjustedPs(all: readonly (number | undefined)[]): (AdjustedP | undefined)[] {
  const tested = all.flatMap((p, place) => (p === undefined ? [] : [{ p, place }]))
  const ps = tested.map(({ p }) => p)
  const [strict, lenient] = [holm(ps), benjaminiHochberg(ps)]
  const adjusted: (AdjustedP | undefined)[] = all.map(() => undefined)
  tested.forEach(({ p, place }, index) => {
    adjusted[place] = { p, holm: strict[index] as number, benjaminiHochberg: lenient[index] as number }
  })
  return adjusted
}

/** The p of the test that goes with the figure that is shown first; with weights, that of the weighted change. */
function mainP(result: Computed['result']): number | undefined {
  if (result.kind === 'category') {
    const weighted = result.yes && result.weighted?.[1]?.change
    if (weighted !== undefined) return isDefined(weighted) ? pOf(weighted.test) : undefined
    if (result.yes === undefined) return pOf(result.stuartMaxwell)
    const { isExact, mcnemar, change } = result.yes
    if (isExact) return isDefined(mcnemar) ? mcnemar.exact.p : undefined
    return isDefined(change) ? pOf(change.test) : undefined
  }
  const { change, weighted } = result
  const shown = weighted ?? change
  return isDefined(shown) ? pOf(shown.test) : undefined
}

const pOf = (test: { p: number } | NotDefined): number | undefined => (isDefined(test) ? test.p : undefined)
