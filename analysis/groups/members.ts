import { groupsToHide, type TellsOf, together } from '../disclosure/merge-groups.ts'
import type { Beside } from '../disclosure/what-follows.ts'
import type { Grouping } from './grouping.ts'

/** A group with the places of its units. */
export interface Members {
  code: string
  label: string
  /** The groups that were put together here. */
  merged: string[]
  indices: readonly number[]
}

/** The groups with their units, and last those that have no group. */
export function membersOf({ groups, of }: Grouping, indices: readonly number[]): Members[] {
  const members = new Map<string, number[]>()
  for (const index of indices) {
    const code = of[index] ?? ''
    const known = members.get(code)
    if (known === undefined) members.set(code, [index])
    else known.push(index)
  }
  return [...groups, { code: '', label: 'ohne Angabe' }].flatMap(({ code, label }) => {
    const own = members.get(code)
    return own === undefined ? [] : [{ code, label, merged: [], indices: own }]
  })
}

/** Puts groups together that must not be shown alone, or not beside other divisions of the same units. */
export function withoutSmall(groups: readonly Members[], tellsOf: TellsOf, beside?: Beside): Members[] {
  const division = groups.map(({ indices }) => indices)
  const hidden = groupsToHide(division, tellsOf, beside)
  if (hidden.size === 0) return [...groups]
  return tellsOf(together(division, hidden)) ? [] : putTogether(groups, hidden)
}

/** The same with so many of the smallest as one. */
export function withSmallestTogether(groups: readonly Members[], count: number): Members[] {
  const bySize = [...groups.keys()].sort((a, b) => sizeAt(groups, a) - sizeAt(groups, b))
  return count < 2 ? [...groups] : putTogether(groups, new Set(bySize.slice(0, count)))
}

const sizeAt = (groups: readonly Members[], place: number) => groups[place]?.indices.length ?? 0

function putTogether(groups: readonly Members[], places: ReadonlySet<number>): Members[] {
  const [own, others] = [true, false].map((is) => groups.filter((_group, place) => places.has(place) === is))
  return [
    ...(others ?? []),
    {
      code: 'uebrige',
      label: 'übrige zusammen',
      merged: (own ?? []).flatMap(({ label, merged }) => (merged.length > 0 ? merged : [label])),
      indices: together(
        groups.map(({ indices }) => indices),
        places,
      ),
    },
  ]
}
