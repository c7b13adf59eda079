import type { VariableDescription } from '../compare/describe-wave.ts'
import type { Behind } from '../disclosure/behind.ts'
import { hidden, isTold, type Told } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { Column } from '../panel/column.ts'
import { type CompletedLevel, toldCompleted } from './completed-level.ts'
import type { Imputations } from './impute.ts'

/** What was put in for a variable that is described, in total and by the groups of its description. */
export interface CompletedDescription {
  name: string
  total: Told<CompletedLevel>
  groups: Told<CompletedLevel>[]
}

interface Completing {
  imputations: Imputations
  columnOf: (name: string) => Column
  indices: readonly number[]
  grouping: Grouping | undefined
  behind: Behind
}

/** The completed levels beside a description: of the same units and groups, where anything of these is told. */
export function completeDescriptions(
  described: readonly VariableDescription[],
  { imputations, columnOf, indices, grouping, behind }: Completing,
): CompletedDescription[] {
  return described.flatMap(({ variable: { name }, total, groups }) => {
    const imputed = imputations.get(name)
    if (imputed === undefined || total.result === undefined) return []
    const own = new Set(groups.map(({ code }) => code))
    const groupOf = (index: number) => {
      const code = grouping?.of[index] ?? ''
      return own.has(code) ? code : 'uebrige'
    }
    const members = groups.map(({ code }) => indices.filter((index) => groupOf(index) === code))
    const told = toldCompleted(columnOf(name), imputed, { all: indices, groups: members, behind })
    // How many were put in would say how often a reason occurs that is not told.
    const isHidden = Object.values(total.missing).some((one) => !isTold(one))
    return [{ name, ...(isHidden ? { total: hidden, groups: groups.map(() => hidden) } : told) }]
  })
}
