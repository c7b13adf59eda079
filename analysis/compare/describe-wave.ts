import type { Behind } from '../disclosure/behind.ts'
import type { Told } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import { membersOf, withoutSmall } from '../groups/members.ts'
import { type ValueClass, valueClasses } from '../groups/value-classes.ts'
import type { Panel } from '../panel/build-panel.ts'
import { type Column, countReasons, givenValues, hasValue } from '../panel/column.ts'
import type { PanelReason } from '../panel/reasons.ts'
import { type PanelVariable, yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import { distributionOf } from './compare-categories.ts'
import { infoOf } from './compare-waves.ts'
import { columnTells, discloseDescriptions, type Figures, type ToldDescriptions } from './disclose-description.ts'
import type { ToldEstimates } from './disclose-estimates.ts'
import { drawnOf } from './drawn-groups.ts'
import { type Estimates, estimatesOf } from './estimate.ts'
import { type Level, levelOf } from './level.ts'
import { defaults } from './options.ts'
import type { Drawn, Population } from './population.ts'
import type { VariableInfo } from './results.ts'
import type { ToldDistribution } from './told-distribution.ts'

/** What some units answered in one wave, as far as it may be told; no figures where too few answered. */
export interface Described {
  units: Told<number>
  n: Told<number>
  result?: DescribedNumber | DescribedCategory
  missing: Partial<Record<PanelReason, Told<number>>>
}

interface DescribedNumber {
  kind: 'number'
  level: Level
  classes: readonly ValueClass[]
  /** What the mean says of all that are meant, where it is claimed to say something of them. */
  estimates?: ToldEstimates
}

interface DescribedCategory {
  kind: 'category'
  distribution: ToldDistribution
  /** The same of the share of each category. */
  estimates?: ToldEstimates
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
  /** Of whom figures are claimed to say something beyond those who answered. */
  claims?: Claims | undefined
}

export interface Claims {
  population: Population
  /** By the name of the variable; all the same, or made for each. */
  weights?: ReadonlyMap<string, PanelWeights>
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
    const drawn = drawnIn(asked, result)
    const compute = (indices: readonly number[], own: Drawn | undefined) => ({
      indices,
      missing: countReasons(result, indices),
      figures: figuresOf(variable, asked, { indices, drawn: own }),
    })
    return {
      variable,
      ...behind,
      groups,
      total: compute(asked.indices, drawn?.total),
      parts: groups.map(({ indices }) => compute(indices, drawn?.ofGroup(indices))),
      clusterOf: clusterOf(asked),
      weights: asked.claims?.weights?.get(variable.name),
    }
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

function drawnIn({ wave, indices, claims, grouping }: DescribeWave, column: Column) {
  if (claims === undefined) return undefined
  const pairsIn = (some: readonly number[]) => some.filter((index) => hasValue(column, index)).length
  return drawnOf({ population: claims.population, from: wave, to: wave, indices, pairsIn }, grouping)
}

function clusterOf({ claims }: DescribeWave): Behind {
  const clusters = claims?.population.kind === 'process' ? claims.population.clusters : undefined
  return clusters && ((index) => clusters.of[index] ?? '')
}

function figuresOf(
  variable: PanelVariable,
  { panel, wave, behind, indices: all, claims }: DescribeWave,
  { indices: own, drawn }: { indices: readonly number[]; drawn: Drawn | undefined },
): Figures {
  const column = waveValues(variable, panel, wave)
  const values = givenValues(column.result, own)
  const weights = claims?.weights?.get(variable.name)
  const part = drawn && { indices: own, all, level: defaults.level, drawn, weights }
  const estimates = (of: 'mean' | number): { estimates?: Estimates } =>
    part === undefined ? {} : { estimates: estimatesOf(column, part, of) }
  if (variable.kind === 'number') {
    const of = behind && own.filter((index) => hasValue(column.result, index)).map(behind)
    const classes = valueClasses(values, { ...(of && { of }) })
    return { kind: 'number', level: levelOf(column, own), classes, ...estimates('mean') }
  }
  const categories = variable.kind === 'flag' ? yesNo : variable.categories
  const distribution = distributionOf(values, categories, defaults.level)
  return { kind: 'category', distribution, ...estimates(categories.length) }
}
