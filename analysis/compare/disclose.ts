import { CountTable, type Place } from '../disclosure/count-table.ts'
import { hidden } from '../disclosure/hidden.ts'
import { differenceTells, type GroupSize, groupsToHide, tells } from '../disclosure/merge-groups.ts'
import type { CategoryComparison } from './compare-categories.ts'
import type { Comparison } from './compare-numbers.ts'
import { type CategoryPlaces, placeCategories, tellCategories } from './disclose-categories.ts'
import { type MissingPlaces, placeMissing, placeMoved, tellMissing, tellNumbers } from './disclose-numbers.ts'
import type { Compared, Shown } from './results.ts'

/** All that was computed of some units. */
export interface Computed {
  size: GroupSize
  result: Comparison | CategoryComparison
}

/** The figures of all and of groups as they may be told beside each other: the last step of a comparison. */
export function disclose(total: Computed, groups: readonly Computed[]): { total: Compared; groups: Compared[] } {
  if (tells(total.size)) return { total: withoutFigures(total.size), groups: [] }
  const table = new CountTable()
  const all = placesOf(table, total, true)
  table.decide()
  const parts = groups.map((one) => placesOf(table, one, false))
  addUp(table, all, parts)
  const withoutLevels = groupsToHide(
    groups.map(({ size }) => size),
    differenceTells,
  )
  return {
    total: { size: total.size, result: tell(table, total, all, differenceTells(total.size)) },
    groups: groups.map((one, place) => ({
      size: one.size,
      result: tell(table, one, parts[place], withoutLevels.has(place)),
    })),
  }
}

const withoutFigures = (size: GroupSize): Compared => ({
  size: { units: size.units === 0 ? 0 : hidden, before: hidden, after: hidden, pairs: hidden },
})

interface Places {
  missing: { before: MissingPlaces; after: MissingPlaces }
  moved?: Place[]
  categories?: CategoryPlaces
}

function placesOf(table: CountTable, { size, result }: Computed, isTotal: boolean): Places {
  const missing = {
    before: placeMissing(table, result.missing.before, size.units - size.before),
    after: placeMissing(table, result.missing.after, size.units - size.after),
  }
  if (result.kind === 'category') return { missing, categories: placeCategories(table, result, isTotal) }
  return { missing, moved: placeMoved(table, result.shares) }
}

/** What groups have of a count makes up what all have of it. */
function addUp(table: CountTable, all: Places, parts: readonly Places[]): void {
  if (parts.length === 0) return
  const add = (places: readonly (Place | undefined)[], total: Place | undefined) => {
    if (total !== undefined)
      table.sum(
        places.filter((one) => one !== undefined),
        total,
      )
  }
  for (const wave of ['before', 'after'] as const)
    for (const [reason, total] of all.missing[wave])
      add(
        parts.map(({ missing }) => missing[wave].get(reason)),
        total,
      )
  for (const [place, total] of (all.moved ?? []).entries())
    add(
      parts.map(({ moved }) => moved?.[place]),
      total,
    )
  add(
    parts.map(({ categories }) => categories?.unchanged),
    all.categories?.unchanged,
  )
  for (const name of Object.keys(all.categories?.lists ?? {}) as (keyof CategoryPlaces['lists'])[])
    for (const [place, total] of (all.categories?.lists[name] ?? []).entries())
      add(
        parts.map(({ categories }) => categories?.lists[name]?.[place]),
        total,
      )
}

function tell(table: CountTable, { result }: Computed, places: Places | undefined, withoutLevels: boolean): Shown {
  if (places === undefined) throw new RangeError('a result without places')
  const { missing, moved = [], categories } = places
  const told = { before: tellMissing(table, missing.before), after: tellMissing(table, missing.after) }
  const shown =
    result.kind === 'category'
      ? tellCategories(table, result, categories as CategoryPlaces, told)
      : tellNumbers(table, result, moved, told)
  if (!withoutLevels) return shown
  const { before, after, ...pairsOnly } = shown
  return pairsOnly as Shown
}
