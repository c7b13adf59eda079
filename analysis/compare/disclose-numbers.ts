import type { CountTable, Place } from '../disclosure/count-table.ts'
import type { PanelReason } from '../panel/reasons.ts'
import type { ChangeShares } from '../stats/change-shares.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { Comparison, Missing } from './compare-numbers.ts'
import type { ToldMissing, ToldNumbers } from './results.ts'

export type MissingPlaces = ReadonlyMap<PanelReason, Place>

/** The reasons of those without a value, whose number follows from how many have one. */
export function placeMissing(table: CountTable, counts: Missing['before'], all: number): MissingPlaces {
  const places = Object.entries(counts).map(([reason, count]) => [reason as PanelReason, table.add(count)] as const)
  table.sum(
    places.map(([, place]) => place),
    table.know(all),
  )
  return new Map(places)
}

export const tellMissing = (table: CountTable, places: MissingPlaces): ToldMissing['before'] =>
  Object.fromEntries([...places].map(([reason, place]) => [reason, table.tell(place)]))

/** Those who rose, fell and stayed, who make up the pairs. */
export function placeMoved(table: CountTable, shares: ChangeShares | NotDefined): Place[] {
  if (!isDefined(shares)) return []
  const places = table.addAll([shares.risen.count, shares.fallen.count, shares.unchanged.count])
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

export function tellNumbers(
  table: CountTable,
  result: Comparison,
  moved: readonly Place[],
  missing: ToldMissing,
): ToldNumbers {
  const { signedRank, shares } = result
  const [, , unchanged] = moved
  return {
    ...result,
    missing,
    shares: tellMoved(table, shares, moved),
    signedRank:
      isDefined(signedRank) && unchanged !== undefined
        ? { ...signedRank, zeros: table.tell(unchanged, signedRank.zeros) }
        : signedRank,
  }
}
