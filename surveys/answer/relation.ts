import type { RelationCheck } from '../checks/check.ts'
import { type Cells, numberOf } from './cells.ts'

/** `incomplete`: something is still blank. `undecidable`: something is not available, so nobody can tell. */
export type Outcome = 'satisfied' | 'violated' | 'undecidable' | 'incomplete'

/** A sum of which some parts may be missing: at least `known`, and exactly that when nothing is missing. */
export interface Sum {
  known: number
  blank: number
  missing: number
}

/** Between what a sum lies. */
export interface Range {
  low: number
  high: number
}

export function sumOf(cells: Cells, names: readonly string[]): Sum {
  const sum = { known: 0, blank: 0, missing: 0 }
  for (const name of names) {
    const value = numberOf(cells, name)
    if (value !== undefined) sum.known += value
    else if (cells.get(name)?.state === 'notApplicable') continue
    else if (cells.get(name)?.state === 'blank') sum.blank += 1
    else sum.missing += 1
  }
  sum.known = rounded(sum.known)
  return sum
}

/** Two decimals are the most that can be typed: what lies behind them is the computer's own arithmetic. */
export const rounded = (number: number) => Math.round(number * 100) / 100

/** Numbers are never below 0, so a sum with missing parts lies between what is known of it and infinity. */
export const rangeOf = ({ known, blank, missing }: Sum): Range => ({
  low: known,
  high: blank + missing === 0 ? known : Number.POSITIVE_INFINITY,
})

/**
 * Holds a range against another. Even a sum with missing parts can be too large; only what can no longer come right counts
 * as violated, and only what can no longer go wrong as satisfied.
 */
export function compareRanges(
  left: Range,
  relation: RelationCheck['relation'],
  right: Range,
  tolerance = 0,
): 'satisfied' | 'violated' | 'open' {
  const mayBeMore = relation === 'atLeast'
  const mayBeLess = relation === 'atMost'
  if (!mayBeMore && left.low - right.high > tolerance) return 'violated'
  if (!mayBeLess && right.low - left.high > tolerance) return 'violated'
  const notMore = mayBeMore || left.high - right.low <= tolerance
  const notLess = mayBeLess || right.high - left.low <= tolerance
  return notMore && notLess ? 'satisfied' : 'open'
}

/** Holds a sum against another. */
export function compareSums(left: Sum, relation: RelationCheck['relation'], right: Sum, tolerance = 0): Outcome {
  const outcome = compareRanges(rangeOf(left), relation, rangeOf(right), tolerance)
  if (outcome !== 'open') return outcome
  return left.blank + right.blank > 0 ? 'incomplete' : 'undecidable'
}

/** The sum on the left, with blanks as 0 where the check says so. */
export function leftSum({ left, blankIsZero }: Pick<RelationCheck, 'left' | 'blankIsZero'>, cells: Cells): Sum {
  const sum = sumOf(cells, left)
  return blankIsZero && sum.blank + sum.missing < left.length ? { ...sum, blank: 0 } : sum
}
