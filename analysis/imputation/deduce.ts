import { type Cell, type Cells, numberOf } from '../../surveys/answer/cells.ts'
import { rounded } from '../../surveys/answer/relation.ts'
import type { EqualSum } from './equal-sums.ts'
import type { Imputed } from './method.ts'

/** What follows from a sum, and from which fields of it. */
interface Candidate {
  value: number
  from: readonly string[]
}

/**
 * The numbers of a unit that were not given and follow from others: a total from its parts, a part from total and rest, and parts that
 * are 0 since the rest is the total already. What two sums say differently does not follow, nor what `contradicts` says no to. What
 * does not apply is 0 in a sum and is never put in.
 */
export function deduce(
  given: Cells,
  sums: readonly EqualSum[],
  contradicts: (cells: Cells, name: string, value: number) => boolean,
): Map<string, Imputed> {
  const cells = new Map(given)
  const found = new Map<string, Imputed>()
  const refused = new Set<string>()
  for (;;) {
    const [name, candidate] = firstOf(candidatesOf(cells, sums), refused) ?? []
    if (name === undefined) return found
    if (candidate === undefined || contradicts(cells, name, candidate.value)) {
      refused.add(name)
      continue
    }
    cells.set(name, { state: 'given', value: candidate.value })
    found.set(name, { value: candidate.value, origin: { method: 'deduktiv', from: candidate.from } })
  }
}

/** The first name that is still open, with what follows for it: nothing where sums disagree. */
function firstOf(
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  refused: ReadonlySet<string>,
): [name: string, candidate: Candidate | undefined] | undefined {
  for (const [name, all] of candidates) {
    if (refused.has(name)) continue
    const [first] = all
    return [name, all.every(({ value }) => value === first?.value) ? first : undefined]
  }
  return undefined
}

function candidatesOf(cells: Cells, sums: readonly EqualSum[]): Map<string, Candidate[]> {
  const candidates = new Map<string, Candidate[]>()
  for (const sum of sums)
    for (const [name, candidate] of followingFrom(sum, cells))
      candidates.set(name, [...(candidates.get(name) ?? []), candidate])
  return candidates
}

function followingFrom({ parts, total }: EqualSum, cells: Cells): [name: string, candidate: Candidate][] {
  if (parts.some((name) => cells.get(name) === undefined)) return []
  const open = parts.filter((name) => isOpen(cells.get(name)))
  const known = parts.filter((name) => numberOf(cells, name) !== undefined)
  const sum = rounded(known.reduce((before, name) => before + (numberOf(cells, name) ?? 0), 0))
  const whole = numberOf(cells, total)
  if (whole === undefined)
    return isOpen(cells.get(total)) && open.length === 0 && known.length > 0
      ? [[total, { value: sum, from: known }]]
      : []
  const value = rounded(whole - sum)
  if (value < 0 || (open.length > 1 && value > 0)) return []
  return open.map((name) => [name, { value, from: [total, ...known] }])
}

/** A number was asked for and is missing: not one that does not apply. */
const isOpen = (cell: Cell | undefined) => cell?.state === 'blank' || cell?.state === 'notAvailable'
