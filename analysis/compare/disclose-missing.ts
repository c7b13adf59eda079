import type { CountTable, Place } from '../disclosure/count-table.ts'
import { isTold } from '../disclosure/hidden.ts'
import type { PanelReason } from '../panel/reasons.ts'
import type { Missing } from './compare-numbers.ts'
import type { ToldMissing } from './results.ts'

export type MissingPlaces = ReadonlyMap<PanelReason, Place>
type Counts = Missing['before']

/** Any answer can be missing for these. */
const usual: readonly PanelReason[] = ['leer', 'nicht_vorhanden', 'keine_teilnahme']

/** Why answers of a wave are missing: all that is said of any variable, and a reader sees of the others that it is 0. */
export const reasonsIn = (counts: readonly Counts[]): PanelReason[] => [
  ...new Set([...usual, ...counts.flatMap((own) => Object.keys(own) as PanelReason[])]),
]

/** The reasons of those without a value, whose number follows from how many have one. */
export function placeMissing(
  table: CountTable,
  counts: Counts,
  {
    all,
    reasons,
    contributors,
  }: { all: number; reasons: readonly PanelReason[]; contributors(of: PanelReason): number },
): MissingPlaces {
  const places = reasons.map(
    (reason) => [reason, table.add(counts[reason] ?? 0, { contributors: contributors(reason) })] as const,
  )
  table.sum(
    places.map(([, place]) => place),
    table.know(all),
  )
  return new Map(places)
}

/** Without those that nobody has, unless just that is hidden. */
export const tellMissing = (table: CountTable, places: MissingPlaces): ToldMissing['before'] =>
  Object.fromEntries(
    [...places]
      .filter(([, place]) => table.countOf(place) > 0 || !isTold(table.tell(place)))
      .map(([reason, place]) => [reason, table.tell(place)]),
  )

/** Who did not take part in a wave is missing in all variables of it. */
export function tieMissing(table: CountTable, all: readonly MissingPlaces[]): void {
  const [first, ...others] = all.flatMap((places) => places.get('keine_teilnahme') ?? [])
  for (const other of others)
    if (first !== undefined && table.countOf(first) === table.countOf(other)) table.sum([other], first)
}
