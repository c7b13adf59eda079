import type { Told } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { ValueClass } from '../groups/value-classes.ts'
import type { Comparability } from '../panel/comparability.ts'
import type { PanelReason } from '../panel/reasons.ts'
import type { PanelVariable } from '../panel/variable.ts'
import type { Share } from '../stats/change-shares.ts'
import type { DifferenceTest } from '../stats/group-differences.ts'
import type { McNemarTest } from '../stats/mcnemar-test.ts'
import type { NotDefined } from '../stats/not-defined.ts'
import type { PairDifference } from '../stats/pair-difference.ts'
import type { pairedChange } from '../stats/paired-change.ts'
import type { weightedPairedChange } from '../stats/weighted-paired-change.ts'
import type { ToldAbove } from './above-inhabitants.ts'
import type { Assumptions } from './assumed.ts'
import type { CategoryComparison } from './compare-categories.ts'
import type { Comparison } from './compare-numbers.ts'
import type { Course } from './course.ts'
import type { DoubtedAnswer } from './doubted.ts'
import type { Influence, MovingUnit } from './influence.ts'
import type { ToldDistribution } from './told-distribution.ts'
import type { WeightingBootstrap } from './weighting-bootstrap.ts'

/** How many Kommunen or persons a group has, and how many of them each of its figures is of. */
export interface GroupSize {
  units: number
  before: number
  after: number
  pairs: number
}

/** The figures of some Kommunen as they may be told; none where there are too few. */
export interface Compared {
  size: { [Of in keyof GroupSize]: Told<number> }
  result?: Shown
  /** Of the tests, for as many as were made. */
  adjusted?: Adjusted | undefined
  /** Of the total of a number: how the changes of single units are distributed. */
  changes?: readonly ValueClass[]
  /** Of the total: what could have been seen, and what those who are missing could make of it. */
  assumptions?: Assumptions
  /** Of the total: the change with each of several weights, the chosen ones first. */
  weightings?: WeightingBeside[]
  /** Of the total: how sure the weighted change is where weights are estimated anew in each sample. */
  weightingBootstrap?: WeightingBootstrap | NotDefined
}

export interface WeightingBeside {
  name: string
  label: string
  /** Whether the error knows that weights were estimated. */
  knowsWeights: boolean
  /** Whether it is corrected for how many were asked, where figures speak of them. */
  isCorrected: boolean
  change: ReturnType<typeof weightedPairedChange>
}

/** What of a comparison may be told: without the levels of all who answered where they, less the pairs, tell of single ones. */
export type Shown = ToldNumbers | ToldCategories

export type ToldNumbers = Omit<Comparison, 'before' | 'after' | 'missing' | 'shares'> &
  Partial<Pick<Comparison, 'before' | 'after'>> & {
    missing: ToldMissing
    shares: { n: number; risen: Told<Share>; fallen: Told<Share>; unchanged: Told<Share> } | NotDefined
    /** Of all pairs, where there are enough of them. */
    influence?: ToldInfluence
    /** Of all, where any answer counts more persons than there are inhabitants. */
    above?: ToldAbove
    /** Of those whose answers may be looked at, what speaks against single ones. */
    doubted?: readonly DoubtedAnswer[]
  }

/** How far the mean change hangs on single units. */
export interface ToldInfluence {
  /** How many units were looked at. */
  many: number
  /** Those of them whose answers may be looked at by whoever reads this; the first rank moves the mean furthest. */
  units: (Omit<MovingUnit, 'index'> & { rank: number })[]
  /** The change of all but these. */
  without: Told<Influence['without']>
  trimmed: Told<Influence['trimmed']>
  /** The same of the weighted change, where there are weights: other units may move it. */
  weighted?: Pick<ToldInfluence, 'units' | 'without'>
}

export interface ToldMissing {
  before: Partial<Record<PanelReason, Told<number>>>
  after: Partial<Record<PanelReason, Told<number>>>
}

export type ToldCategories = Pick<CategoryComparison, 'kind' | 'units' | 'stuartMaxwell' | 'observed'> & {
  before?: ToldDistribution
  after?: ToldDistribution
  pairs: { n: number; before: ToldDistribution; after: ToldDistribution }
  missing: ToldMissing
  transitions: {
    categories: string[]
    n: number
    counts: Told<number>[][]
    before: Told<number>[]
    after: Told<number>[]
    /** Of those that gave an answer before, the share that gives each now. */
    shares: (Told<number>[] | NotDefined)[]
    unchanged: Told<number>
  }
  yes?: {
    isExact: boolean
    change: Told<ReturnType<typeof pairedChange>>
    shares: ToldNumbers['shares']
    mcnemar: McNemarTest | NotDefined
  }
  weighted?: { code: string; label: string; change: Told<ReturnType<typeof weightedPairedChange>> }[]
}

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
  /** What is counted: the units of the panel, or the Kreise, where a figure is known of these only. */
  per: 'unit' | 'kreis'
  total: Compared
  /** [] without a grouping. */
  groups: ComparedGroup[]
  /** What groups differ in; not there where none can be held against another. */
  differences?: Differences
}

/** Whether the changes of groups differ, of those whose error is told. */
export interface Differences {
  /** The codes of the groups that were held against each other. */
  groups: string[]
  joint: DifferenceTest | NotDefined
  adjusted?: AdjustedP
  pairs: PairOfGroups[]
}

/** How much more the second group changed than the first. */
export interface PairOfGroups extends PairDifference {
  first: string
  second: string
  adjusted?: AdjustedP
}

export interface VariableComparison {
  variable: VariableInfo
  /** Every wave with every later one. */
  steps: Step[]
  /** Of more than two waves: where it stands in each. */
  course?: Course
}

/** What those who read a figure have to know of its variable. */
export interface VariableInfo
  extends Pick<PanelVariable, 'name' | 'label' | 'printed' | 'kind' | 'unit' | 'categories'> {
  /** Of a computed variable: from what, as a share of whom, and what to mind. */
  formula: string
  base: string
  note: string
  /** An administrative figure. */
  isOfficial: boolean
}

export interface WavesCompared {
  waves: string[]
  grouping?: Pick<Grouping, 'name' | 'label' | 'note'>
  weights?: { name: string; label: string }
  variables: VariableComparison[]
  /** What the figures speak of. */
  population: ToldPopulation
  /** How many tests the p values were adjusted for: of all, of groups, whether groups differ, and which pairs of them. */
  families: { totals: number; groups: number; differences: number; pairs: number }
}

/** Those who were asked, as many as are meant; or a process, of units that may hang together in clusters. */
export type ToldPopulation = { name: string; many: string } & (
  | { kind: 'asked'; units: number; isFilteredByAnswers: boolean }
  | { kind: 'process'; clusters?: { many: string; units: number } }
)

/** The p values of one comparison, adjusted for the number of tests of the same kind that were made beside it. */
export interface Adjusted {
  /** Of the paired t test, McNemar's or Stuart and Maxwell's test. */
  main?: AdjustedP
  signedRank?: AdjustedP
}

export interface AdjustedP {
  p: number
  holm: number
  benjaminiHochberg: number
}
