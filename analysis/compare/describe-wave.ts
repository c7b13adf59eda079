import type { Behind } from '../disclosure/behind.ts'
import type { Told } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import { membersOf, withoutSmall } from '../groups/members.ts'
import { type ValueClass, valueClasses } from '../groups/value-classes.ts'
import type { Panel } from '../panel/build-panel.ts'
import { countReasons, givenValues, hasValue } from '../panel/column.ts'
import type { PanelReason } from '../panel/reasons.ts'
import { type PanelVariable, yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import { distributionOf } from './compare-categories.ts'
import { infoOf } from './compare-waves.ts'
import {
  type Computed,
  columnTells,
  discloseDescriptions,
  type Figures,
  type ToldDescriptions,
} from './disclose-description.ts'
import { type Level, levelOf } from './level.ts'
import { defaults } from './options.ts'
import type { ToldDistribution, VariableInfo } from './results.ts'

/** What some units answered in one wave, as far as it may be told; no figures where too few answered. */
export interface Described {
  units: Told<number>
  n: Told<number>
  result?:
    | { kind: 'number'; level: Level; classes: readonly ValueClass[] }
    | { kind: 'category'; distribution: ToldDistribution }
  missing: Partial<Record<PanelReason, Told<number>>>
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
  behind: Behind
}

/** Describes variables in one wave, in total and by group. What comes back is what may be told. */
export function describeWave(asked: DescribeWave): VariableDescription[] {
  const computed = asked.variables.map((variable) => {
    const { result } = waveValues(variable, asked.panel, asked.wave)
    const behind = { column: result, behind: asked.behind }
    const groups =
      asked.grouping === undefined
        ? []
        : withoutSmall(membersOf(asked.grouping, asked.indices), (own) => columnTells(behind, own))
    const [total, ...parts] = [asked.indices, ...groups.map(({ indices }) => indices)].map((indices) => ({
      indices,
      missing: countReasons(result, indices),
      figures: figuresOf(variable, asked, indices),
    }))
    return { variable, ...behind, groups, total: total as Computed, parts }
  })
  const told = discloseDescriptions(computed)
  return computed.map(({ variable, groups }, place): VariableDescription => {
    const { total, parts } = told[place] as ToldDescriptions
    return {
      variable: infoOf(variable),
      total,
      groups: groups.map(({ code, label, merged }, at) => ({ code, label, merged, ...(parts[at] as Described) })),
    }
  })
}

function figuresOf(variable: PanelVariable, { panel, wave, behind }: DescribeWave, own: readonly number[]): Figures {
  const column = waveValues(variable, panel, wave)
  const values = givenValues(column.result, own)
  if (variable.kind === 'number') {
    const of = behind && own.filter((index) => hasValue(column.result, index)).map(behind)
    return { kind: 'number', level: levelOf(column, own), classes: valueClasses(values, { ...(of && { of }) }) }
  }
  const categories = variable.kind === 'flag' ? yesNo : variable.categories
  return { kind: 'category', distribution: distributionOf(values, categories, defaults.level) }
}
