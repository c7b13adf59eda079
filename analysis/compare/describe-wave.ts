import type { Told } from '../disclosure/hidden.ts'
import { type GroupSize, tells } from '../disclosure/merge-groups.ts'
import type { Grouping } from '../groups/grouping.ts'
import { membersOf, withoutSmall } from '../groups/members.ts'
import { type ValueClass, valueClasses } from '../groups/value-classes.ts'
import type { Panel } from '../panel/build-panel.ts'
import { type Column, countReasons, givenValues, hasValue } from '../panel/column.ts'
import type { PanelReason } from '../panel/reasons.ts'
import { type PanelVariable, yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import { distributionOf } from './compare-categories.ts'
import { infoOf } from './compare-waves.ts'
import { discloseDescription, type Figures } from './disclose-description.ts'
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
  behind(index: number): string
}

/** Describes variables in one wave, in total and by group. What comes back is what may be told. */
export function describeWave(asked: DescribeWave): VariableDescription[] {
  return asked.variables.map((variable) => {
    const { result } = waveValues(variable, asked.panel, asked.wave)
    const sizeOf = (own: readonly number[]) => sizeBehind(own, result, asked.behind)
    const groups = asked.grouping === undefined ? [] : withoutSmall(membersOf(asked.grouping, asked.indices), sizeOf)
    const [total, ...parts] = discloseDescription(
      [asked.indices, ...groups.map(({ indices }) => indices)].map((own) => ({
        tells: tells(sizeOf(own)),
        units: own.length,
        missing: countReasons(result, own),
        figures: figuresOf(variable, asked, own),
      })),
    )
    return {
      variable: infoOf(variable),
      total: total as Described,
      groups: groups.map(({ code, label, merged }, place) => ({ code, label, merged, ...(parts[place] as Described) })),
    }
  })
}

function figuresOf(variable: PanelVariable, { panel, wave }: DescribeWave, own: readonly number[]): Figures {
  const of = waveValues(variable, panel, wave)
  const values = givenValues(of.result, own)
  if (variable.kind === 'number') return { kind: 'number', level: levelOf(of, own), classes: valueClasses(values) }
  const categories = variable.kind === 'flag' ? yesNo : variable.categories
  return { kind: 'category', distribution: distributionOf(values, categories, defaults.level) }
}

function sizeBehind(indices: readonly number[], column: Column, behind: (index: number) => string): GroupSize {
  const count = (own: readonly number[]) => new Set(own.map(behind)).size
  const given = count(indices.filter((index) => hasValue(column, index)))
  return { units: count(indices), before: given, after: given, pairs: given }
}
