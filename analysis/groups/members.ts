import { groupsToHide, type Sizes, tells, together } from '../disclosure/merge-groups.ts'
import type { Grouping } from './grouping.ts'

/** A group with the places of its units. */
export interface Members {
  code: string
  label: string
  /** The groups that were put together here. */
  merged: string[]
  indices: number[]
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

/** Puts groups together that must not be shown alone. */
export function withoutSmall<Of extends string>(
  groups: readonly Members[],
  sizeOf: (indices: readonly number[]) => Sizes<Of>,
): Members[] {
  const sizes = groups.map((group) => sizeOf(group.indices))
  const hidden = groupsToHide(sizes, tells)
  if (hidden.size === 0) return [...groups]
  const rest = groups.filter((_group, place) => hidden.has(place))
  if (tells(together(sizes.filter((_size, place) => hidden.has(place))))) return []
  return [
    ...groups.filter((_group, place) => !hidden.has(place)),
    {
      code: 'uebrige',
      label: 'übrige zusammen',
      merged: rest.map(({ label }) => label),
      indices: rest.flatMap((group) => group.indices).sort((a, b) => a - b),
    },
  ]
}
