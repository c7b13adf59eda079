import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts'
import { holm } from '../stats/holm.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { AdjustedP, Compared, Shown, VariableComparison } from './results.ts'

/**
 * Adjusts the tests of a table: those of the totals are one family, those of the groups another, since a reader who looks at
 * groups looks at all of them. Says how many tests each family has.
 */
export function adjustFamilies(variables: readonly VariableComparison[]): { totals: number; groups: number } {
  const steps = variables.flatMap((one) => one.steps)
  const families = { totals: steps.map(({ total }) => total), groups: steps.flatMap(({ groups }) => groups) }
  return { totals: adjust(families.totals), groups: adjust(families.groups) }
}

function adjust(family: readonly Compared[]): number {
  const main = adjustedPs(family.map(({ result }) => result && mainP(result)))
  const ranks = adjustedPs(family.map(({ result }) => (result?.kind === 'number' ? pOf(result.signedRank) : undefined)))
  family.forEach((one, place) => {
    const [ofMain, ofRanks] = [main[place], ranks[place]]
    if (ofMain === undefined && ofRanks === undefined) return
    one.adjusted = {
      ...(ofMain === undefined ? {} : { main: ofMain }),
      ...(ofRanks === undefined ? {} : { signedRank: ofRanks }),
    }
  })
  return main.filter((one) => one !== undefined).length
}

/** Those without a test stay out. */
function adjustedPs(all: readonly (number | undefined)[]): (AdjustedP | undefined)[] {
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
function mainP(result: Shown): number | undefined {
  if (result.kind === 'category') {
    const weighted = result.yes && result.weighted?.[1]?.change
    if (weighted !== undefined) return isDefined(weighted) ? pOf(weighted.test) : undefined
    const exact = result.yes?.mcnemar
    return exact === undefined ? pOf(result.stuartMaxwell) : isDefined(exact) ? exact.exact.p : undefined
  }
  const { change, weighted } = result
  const shown = weighted ?? change
  return isDefined(shown) ? pOf(shown.test) : undefined
}

const pOf = (test: { p: number } | NotDefined): number | undefined => (isDefined(test) ? test.p : undefined)
