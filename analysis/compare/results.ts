import type { GroupSize } from '../disclosure/small-groups.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { Comparability } from '../panel/comparability.ts'
import type { PanelVariable } from '../panel/variable.ts'
import type { CategoryComparison } from './compare-categories.ts'
import type { Comparison } from './compare-numbers.ts'

/** The figures of some Kommunen; none where they would tell of single ones. */
export interface Compared {
  size: GroupSize
  result?: Shown
  /** Of the tests, for as many as were made. */
  adjusted?: Adjusted
}

/** A comparison in which the levels of all who answered are left out where they, less the pairs, tell of single ones. */
export type Shown = Hideable<Comparison> | Hideable<CategoryComparison>
type Hideable<Full extends { before: unknown; after: unknown }> = Omit<Full, 'before' | 'after'> &
  Partial<Pick<Full, 'before' | 'after'>>

export interface ComparedGroup extends Compared {
  code: string
  label: string
  /** The groups that were put together here, because each is too small or would betray one that is. */
  merged: string[]
}

/** A variable between two waves. */
export interface Step {
  from: string
  to: string
  comparability: Comparability
  total: Compared
  /** [] without a grouping. */
  groups: ComparedGroup[]
}

export interface VariableComparison {
  variable: VariableInfo
  /** Every wave with every later one. */
  steps: Step[]
}

/** What those who read a figure have to know of its variable. */
export interface VariableInfo extends Pick<PanelVariable, 'name' | 'label' | 'kind' | 'unit' | 'categories'> {
  /** Of a computed variable: from what, as a share of whom, and what to mind. */
  formula: string
  base: string
  note: string
}

export interface WavesCompared {
  waves: string[]
  grouping?: Pick<Grouping, 'name' | 'label' | 'note'>
  weights?: { name: string; label: string }
  variables: VariableComparison[]
  /** How many tests the p values were adjusted for. */
  families: { totals: number; groups: number }
}

/** The p values of one comparison, adjusted for the number of tests of the same kind that were made beside it. */
interface Adjusted {
  /** Of the paired t test, McNemar's or Stuart and Maxwell's test. */
  main?: AdjustedP
  signedRank?: AdjustedP
}

export interface AdjustedP {
  p: number
  holm: number
  benjaminiHochberg: number
}
