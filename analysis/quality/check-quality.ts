import { type Behind, countBehind } from '../disclosure/behind.ts'
import { CountTable } from '../disclosure/count-table.ts'
import type { Told } from '../disclosure/hidden.ts'

/** How the answers of a unit stand to a check. */
export const outcomes = ['holds', 'open', 'justified', 'undecidable', 'untouched', 'idle'] as const

/** `open`: it is violated, and nobody said why. `untouched`: nothing that it looks at was answered. `idle`: nothing to say here. */
export type Outcome = (typeof outcomes)[number]

/** How often a check came out in each way. */
export interface CheckQuality {
  check: string
  units: number
  counts: Readonly<Record<Outcome, Told<number>>>
  /** `open` and `justified` together. */
  violated: Told<number>
}

/** The outcomes of a check, unit by unit. */
export interface CheckedUnits {
  check: string
  outcomes: readonly Outcome[]
}

/** All of it, for those who may look at single answers. */
export const tellQuality = (checked: readonly CheckedUnits[]): CheckQuality[] =>
  checked.map(({ check, outcomes: found }) => {
    const counts = countsOf(found)
    return { check, units: found.length, counts, violated: counts.open + counts.justified }
  })

/** What betrays nobody: a count of few is hidden, and as much beside it as it takes. */
export const discloseQuality = (checked: readonly CheckedUnits[], behind: Behind): CheckQuality[] =>
  checked.map(({ check, outcomes: found }) => {
    const table = new CountTable()
    const counts = countsOf(found)
    const contributors = (...of: readonly Outcome[]) =>
      countBehind(
        [...found.keys()].filter((index) => of.includes(found[index] as Outcome)),
        behind,
      )
    const places = outcomes.map((one) => [one, table.add(counts[one], { contributors: contributors(one) })] as const)
    const place = new Map(places)
    table.sum([...place.values()], table.know(found.length))
    const violated = table.add(counts.open + counts.justified, { contributors: contributors('open', 'justified') })
    table.sum([place.get('open') ?? 0, place.get('justified') ?? 0], violated)
    table.decide()
    const told = Object.fromEntries(places.map(([one, at]) => [one, table.tell(at)])) as CheckQuality['counts']
    return { check, units: found.length, counts: told, violated: table.tell(violated) }
  })

function countsOf(found: readonly Outcome[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { holds: 0, open: 0, justified: 0, undecidable: 0, untouched: 0, idle: 0 }
  for (const one of found) counts[one] += 1
  return counts
}
