import type { Division } from '../disclosure/known-units.ts'
import type { Grouping } from '../groups/grouping.ts'
import { membersOf } from '../groups/members.ts'
import type { Attrition, CharacteristicAttrition } from './attrition.ts'

/** The class of every unit as it is shown: what was put together stays together. */
export function shownClasses({ classes }: CharacteristicAttrition, grouping: Grouping | undefined): string[] {
  const codes = new Set(classes.map(({ code }) => code))
  return (grouping?.of ?? []).map((code) => (codes.has(code) ? code : 'uebrige'))
}

/** All units as the characteristics that are shown divide them. */
export const shownDivisions = ({ characteristics }: Attrition, groupings: readonly Grouping[]): Division[] =>
  characteristics.flatMap((one) => {
    const grouping = groupings.find(({ name }) => name === one.name)
    if (one.classes.length === 0 || grouping === undefined) return []
    const of = shownClasses(one, grouping)
    return [membersOf({ ...grouping, groups: one.classes, of }, [...of.keys()]).map(({ indices }) => indices)]
  })
