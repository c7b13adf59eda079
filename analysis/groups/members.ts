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
  const rest = together(division, hidden)
  if (tellsOf(rest)) return []
  return [
    ...groups.filter((_group, place) => !hidden.has(place)),
    {
      code: 'uebrige',
      label: 'übrige zusammen',
      merged: groups.filter((_group, place) => hidden.has(place)).map(({ label }) => label),
      indices: rest,
    },
  ]
}
