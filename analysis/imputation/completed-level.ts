import { type Behind, countBehind } from '../disclosure/behind.ts'
import { isFew } from '../disclosure/fewest.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import { groupsToHide, together } from '../disclosure/merge-groups.ts'
import { type Column, hasValue } from '../panel/column.ts'
import { type NotDefined, notDefined } from '../stats/not-defined.ts'
import { sum } from '../stats/sum.ts'
import type { Imputed, Method } from './method.ts'
import { methods } from './method.ts'

/** A total and a mean with what was put in, beside those without it. */
export interface CompletedLevel {
  given: number
  imputed: number
  byMethod: Readonly<Record<Method, number>>
  /** Of all that have a value now, and of the total, the share in per cent that was put in. */
  shareOfUnits: number | NotDefined
  shareOfTotal: number | NotDefined
  sum: { without: number; completed: number }
  mean: { without: number | NotDefined; completed: number | NotDefined }
}

/** The level of a number among some units, with what was put in for those that did not give it. */
export function completedLevel(
  column: Column,
  imputed: ReadonlyMap<number, Imputed>,
  indices: readonly number[],
): CompletedLevel {
  const given = indices.filter((index) => hasValue(column, index)).map((index) => column.values[index] as number)
  const put = indices.flatMap((index) => imputed.get(index) ?? [])
  const [without, added] = [sum(given), sum(put.map(({ value }) => value))]
  const completed = without + added
  const units = given.length + put.length
  const count = (method: Method) => put.filter(({ origin }) => origin.method === method).length
  return {
    given: given.length,
    imputed: put.length,
    byMethod: Object.fromEntries(methods.map((method) => [method, count(method)])) as Record<Method, number>,
    shareOfUnits: ratio(100 * put.length, units),
    shareOfTotal: ratio(100 * added, completed),
    sum: { without, completed },
    mean: { without: ratio(without, given.length), completed: ratio(completed, units) },
  }
}

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : notDefined('no-values'))

/**
 * Whether what was put in would tell of fewer than three: the total with it, less the one without, is their sum. What was put in by
 * one method is counted alone, since the others can be worked out by whoever knows the inhabitants; and so is what is missing still,
 * which is all less those who gave a number and those for whom one was put in.
 */
function completionTells(
  column: Column,
  imputed: ReadonlyMap<number, Imputed>,
  indices: readonly number[],
  behind: Behind,
): boolean {
  const byMethod = methods.map((method) => indices.filter((index) => imputed.get(index)?.origin.method === method))
  const missing = indices.filter((index) => !hasValue(column, index) && !imputed.has(index))
  return [...byMethod, missing].some((some) => isFew(countBehind(some, behind)))
}

/**
 * The completed levels of all and of the groups that make them up. Groups that would tell of fewer than three are hidden, with as many
 * others as it takes that the rest of the total does not tell of them either.
 */
export function toldCompleted(
  column: Column,
  imputed: ReadonlyMap<number, Imputed>,
  { all, groups, behind }: { all: readonly number[]; groups: readonly (readonly number[])[]; behind: Behind },
): { total: Told<CompletedLevel>; groups: Told<CompletedLevel>[] } {
  const tells = (indices: readonly number[]) => completionTells(column, imputed, indices, behind)
  const few = groupsToHide(groups, tells)
  const levelOf = (indices: readonly number[], isHidden: boolean) =>
    isHidden ? hidden : completedLevel(column, imputed, indices)
  const isAllHidden = tells(together(groups, few))
  return {
    total: levelOf(all, tells(all)),
    groups: groups.map((indices, place) => levelOf(indices, isAllHidden || few.has(place))),
  }
}
