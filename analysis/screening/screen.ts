import { comparisonsOf, deviationOf, expectedOf, type Held, heldAgainst } from './held-against.ts'
import { type Parameters, suspicionOf } from './parameters.ts'
import type { Clue, Comparison, Screened, Suspect } from './screened.ts'
import { suspectedByChecks } from './suspected-by-checks.ts'

/**
 * All values that something speaks against, those first that matter most for the totals. Whoever works for some units alone gets
 * theirs, as shares of what these add up to; they are held against all.
 */
export function screen(screened: Screened, given: Parameters, isOwn = (_unit: number) => true): Suspect[] {
  const all = heldAgainst(screened, given)
  const own = [...all].filter(([, { unit }]) => isOwn(unit))
  const totals = totalsOf(own.map(([, held]) => held))
  const byChecks = suspectedByChecks(screened.failed, all, given)
  return own
    .map(([key, held]) => suspect(held, byChecks.get(key) ?? [], totals.get(held.question) ?? 0, given))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.unit - b.unit || a.variable.localeCompare(b.variable))
}

function suspect(held: Held, checks: readonly Clue[], total: number, given: Parameters): Suspect {
  const speaks = (one: Comparison) => suspicionOf(one.distance, one.kind === 'change' ? given.C : given.similar)
  const compared = [held.change, held.similar].flatMap((one) =>
    one === undefined ? [] : [{ ...one, suspicion: speaks(one) }],
  )
  const clues = [...compared, ...checks].filter(({ suspicion }) => suspicion > 0)
  const suspicion = 1 - clues.reduce((trusted, clue) => trusted * (1 - clue.suspicion), 1)
  const influence = total === 0 ? 0 : deviationOf(held) / total
  return {
    unit: held.unit,
    variable: held.variable,
    value: held.value,
    expected: expectedOf(held),
    comparisons: comparisonsOf(held, (one) => speaks(one) > 0),
    clues: clues.sort((a, b) => b.suspicion - a.suspicion),
    suspicion,
    influence,
    score: suspicion * influence,
  }
}

/** By question what its numbers add up to. */
function totalsOf(all: readonly Held[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { question, value } of all) totals.set(question, (totals.get(question) ?? 0) + value)
  return totals
}
