import { type GroupSize, tells } from '../disclosure/small-groups.ts'
import type { Grouping } from '../groups/grouping.ts'
import { membersOf, withoutSmall } from '../groups/members.ts'
import type { Panel } from '../panel/build-panel.ts'
import { type Column, countReasons, givenValues, hasValue } from '../panel/column.ts'
import type { PanelVariable } from '../panel/variable.ts'
import { yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import { type Distribution, distributionOf } from './compare-categories.ts'
import type { Missing } from './compare-numbers.ts'
import { infoOf } from './compare-waves.ts'
import { type Level, levelOf } from './level.ts'
import { defaults } from './options.ts'
import type { VariableInfo } from './results.ts'

/** What some units answered in one wave; no figures where they would tell of single ones. */
export interface Described {
  units: number
  n: number
  result?:
    | { kind: 'number'; level: Level; values: readonly number[] }
    | { kind: 'category'; distribution: Distribution }
  missing: Missing['before']
}

interface DescribedGroup extends Described {
  code: string
  label: string
  /** The groups that were put together here. */
  merged: string[]
}

export interface VariableDescription {
  variable: VariableInfo
  total: Described
  /** [] without a grouping. */
  groups: DescribedGroup[]
}

interface DescribeWave {
  wave: string
  variables: readonly PanelVariable[]
  panel: Panel
  indices: readonly number[]
  grouping?: Grouping
  /** Who stands behind a unit: of persons, those who employ them. */
  behind(index: number): string
}

/** Whether nothing of what some variables hold may be shown. */
export const isHidden = (described: readonly VariableDescription[]): boolean =>
  described.every(({ total }) => total.result === undefined)

/** Describes variables in one wave, in total and by group. */
export function describeWave({
  wave,
  variables,
  panel,
  indices,
  grouping,
  behind,
}: DescribeWave): VariableDescription[] {
  return variables.map((variable) => {
    const measured = waveValues(variable, panel, wave)
    const sizeOf = (own: readonly number[]) => sizeBehind(own, measured.result, behind)
    const describe = (own: readonly number[]): Described => {
      const values = givenValues(measured.result, own)
      const described = { units: own.length, n: values.length, missing: countReasons(measured.result, own) }
      if (values.length === 0 || tells(sizeOf(own))) return described
      if (variable.kind === 'number')
        return { ...described, result: { kind: 'number', level: levelOf(measured, own), values } }
      const categories = variable.kind === 'flag' ? yesNo : variable.categories
      return {
        ...described,
        result: { kind: 'category', distribution: distributionOf(values, categories, defaults.level) },
      }
    }
    const members = grouping === undefined ? [] : withoutSmall(membersOf(grouping, indices), sizeOf)
    return {
      variable: infoOf(variable),
      total: describe(indices),
      groups: members.map(({ code, label, merged, indices: own }) => ({ code, label, merged, ...describe(own) })),
    }
  })
}

function sizeBehind(indices: readonly number[], column: Column, behind: (index: number) => string): GroupSize {
  const count = (own: readonly number[]) => new Set(own.map(behind)).size
  const given = count(indices.filter((index) => hasValue(column, index)))
  return { units: count(indices), before: given, after: given, pairs: given }
}
