import { type Behind, countBehind } from '../disclosure/behind.ts'
import { CountTable, type Place } from '../disclosure/count-table.ts'
import { type Telling, tellingOf, tellingOfGroups } from '../disclosure/enough.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import { tells } from '../disclosure/merge-groups.ts'
import { type WeightedTold, weightedBeside } from '../disclosure/weighted-beside.ts'
import type { ValueClass } from '../groups/value-classes.ts'
import { type Column, hasValue } from '../panel/column.ts'
import { type PanelReason, reasonOf } from '../panel/reasons.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import { countClusters } from './backing.ts'
import type { Distribution } from './compare-categories.ts'
import type { Missing } from './compare-numbers.ts'
import { tellDistribution } from './disclose-categories.ts'
import { type ToldEstimates, tellEstimates } from './disclose-estimates.ts'
import { tellLevel } from './disclose-level.ts'
import { type MissingPlaces, placeMissing, reasonsIn, tellMissing, tieMissing } from './disclose-missing.ts'
import type { Estimates } from './estimate.ts'
import type { Level } from './level.ts'
import type { ToldDistribution } from './told-distribution.ts'

interface FiguresOfNumber {
  kind: 'number'
  level: Level
  classes: readonly ValueClass[]
}

export type Figures = (FiguresOfNumber | { kind: 'category'; distribution: Distribution }) & { estimates?: Estimates }

/** What was computed of some units. */
export interface Computed {
  indices: readonly number[]
  missing: Missing['before']
  figures: Figures
}

/** The answers that figures are of, and who stands behind each. */
interface Backed {
  column: Column
  behind: Behind
}

/** What was computed of a variable: of all, and of the groups that make them up. */
interface ComputedVariable extends Backed {
  total: Computed
  parts: readonly Computed[]
  /** Errors are made from sums of these. */
  clusterOf: Behind
  weights: PanelWeights | undefined
}

interface ToldDescription {
  units: Told<number>
  n: Told<number>
  missing: Partial<Record<PanelReason, Told<number>>>
  result?: (FiguresOfNumber | { kind: 'category'; distribution: ToldDistribution }) & { estimates?: ToldEstimates }
}

export interface ToldDescriptions {
  total: ToldDescription
  parts: ToldDescription[]
}

/** Whether figures of these units would tell of fewer than three. */
export const columnTells = ({ column, behind }: Backed, indices: readonly number[]): boolean =>
  tells([
    countBehind(indices, behind),
    countBehind(
      indices.filter((index) => hasValue(column, index)),
      behind,
    ),
  ])

/**
 * The figures of some variables, of all and of groups, as they may be told beside each other. Why answers are missing is told of
 * all only.
 */
export function discloseDescriptions(variables: readonly ComputedVariable[]): ToldDescriptions[] {
  const table = new CountTable()
  const reasons = reasonsIn(variables.map(({ total }) => total.missing))
  const totals = variables.map((one) =>
    columnTells(one, one.total.indices) ? undefined : placesOf(table, one.total, one, reasons),
  )
  tieMissing(
    table,
    totals.flatMap((one) => one?.missing ?? []),
  )
  table.decide()
  const parts = variables.map((one, at) => {
    const all = totals[at]
    if (all === undefined) return []
    const own = one.parts.map((part) => placesOf(table, part, one))
    addUp(table, all, own)
    return own
  })
  return variables.map((one, at) => {
    const all = totals[at]
    if (all === undefined) return { total: { units: hidden, n: hidden, missing: {} }, parts: [] }
    const behind = (indices: readonly number[]) => [
      countBehind(
        indices.filter((index) => hasValue(one.column, index)),
        one.behind,
      ),
    ]
    const division = one.parts.map(({ indices }) => indices)
    const telling = tellingOfGroups(division, behind)
    const given = (indices: readonly number[]) => indices.filter((index) => hasValue(one.column, index))
    const clusters = (indices: readonly number[]) => countClusters(given(indices), one.clusterOf)
    const ofClusters = tellingOfGroups(division, clusters)
    const weighted = weightedTold(one, given)
    return {
      total: tell(table, one.total, all, {
        ...tellingOf(...behind(one.total.indices)),
        error: tellingOf(...clusters(one.total.indices)).spread,
        weighted: weighted.all,
      }),
      parts: one.parts.map((part, place) =>
        tell(table, part, parts[at]?.[place] as Places, {
          ...(telling[place] as Telling),
          error: ofClusters[place]?.spread === true,
          weighted: weighted.groups[place] === true,
        }),
      ),
    }
  })
}

function weightedTold(
  { total, parts, weights }: ComputedVariable,
  given: (indices: readonly number[]) => readonly number[],
): WeightedTold {
  const groups = parts.map(({ indices }) => given(indices))
  if (weights === undefined) return { all: false, groups: [] }
  return weightedBeside(given(total.indices), groups, (index) => weights.values[index] || 0)
}

interface Places {
  missing: MissingPlaces
  categories: readonly Place[]
}

const answered = ({ figures }: Computed) => (figures.kind === 'number' ? figures.level.n : figures.distribution.n)

function placesOf(
  table: CountTable,
  one: Computed,
  { column, behind }: Backed,
  reasons?: readonly PanelReason[],
): Places {
  const count = (is: (index: number) => boolean) => countBehind(one.indices.filter(is), behind)
  const n = answered(one)
  const missing: MissingPlaces =
    reasons === undefined
      ? new Map()
      : placeMissing(table, one.missing, {
          all: one.indices.length - n,
          reasons,
          contributors: (reason) => count((index) => reasonOf(column.reasons[index] ?? 0) === reason),
        })
  if (one.figures.kind === 'number') return { missing, categories: [] }
  const categories = one.figures.distribution.categories.map((category, value) =>
    table.add(category.count, {
      contributors: count((index) => hasValue(column, index) && column.values[index] === value),
    }),
  )
  table.sum(categories, table.know(n))
  return { missing, categories }
}

/** What groups have of a count makes up what all have of it. */
function addUp(table: CountTable, all: Places, parts: readonly Places[]): void {
  if (parts.length === 0) return
  for (const [index, place] of all.categories.entries())
    table.sum(
      parts.flatMap(({ categories }) => categories[index] ?? []),
      place,
    )
}

/** Beside the rest: whether an error is told, and what is weighted. */
interface TellingOf extends Telling {
  error: boolean
  weighted: boolean
}

function tell(table: CountTable, one: Computed, { missing, categories }: Places, telling: TellingOf): ToldDescription {
  const n = answered(one)
  const told = { units: one.indices.length, n, missing: tellMissing(table, missing) }
  if (n === 0) return told
  const { figures } = one
  const isTold = (place: number) => figures.kind === 'number' || table.isTold(categories[place] as Place)
  const estimates = figures.estimates && {
    estimates: tellEstimates(figures.estimates, {
      isTold,
      error: telling.error && (figures.kind === 'category' || telling.spread),
      weighted: telling.weighted,
    }),
  }
  if (figures.kind === 'number') {
    const { kind, classes, level } = figures
    return { ...told, result: { kind, classes, level: tellLevel(level, telling), ...estimates } }
  }
  const distribution = tellDistribution(table, figures.distribution, categories)
  return { ...told, result: { kind: 'category', distribution, ...estimates } }
}
