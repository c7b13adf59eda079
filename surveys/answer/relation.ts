import type { RelationCheck } from '../compile/instrument.ts'
import { type Cells, numberOf } from './cell.ts'

/** `incomplete`: something is still blank. `undecidable`: something is not available, so nobody can tell. */
export type Outcome = 'satisfied' | 'violated' | 'undecidable' | 'incomplete'

/** What the register knows of the Kommune, for checks against it. */
interface RegisterFacts {
  einwohner?: number
}

/** A sum of which some parts may be missing: at least `known`, and exactly that when nothing is missing. */
export interface Sum {
  known: number
  blank: number
  missing: number
}

export interface Weighed {
  outcome: Outcome
  left: Sum
  right: Sum
}

export function sumOf(cells: Cells, names: readonly string[]): Sum {
  const sum = { known: 0, blank: 0, missing: 0 }
  for (const name of names) {
    const value = numberOf(cells, name)
    if (value !== undefined) sum.known += value
    else if (cells.get(name)?.state === 'blank') sum.blank += 1
    else sum.missing += 1
  }
  // Two decimals are the most that can be typed: what lies behind them is the computer's own arithmetic.
  sum.known = Math.round(sum.known * 100) / 100
  return sum
}

const highest = (sum: Sum) => (sum.blank + sum.missing === 0 ? sum.known : Number.POSITIVE_INFINITY)

/**
 * Holds a sum against another. Numbers are never below 0, so a sum with missing parts lies between what is known of it
 * and infinity: even then it can be too large, and only what can no longer come right counts as violated.
 */
export function compareSums(left: Sum, relation: RelationCheck['relation'], right: Sum, tolerance = 0): Outcome {
  const mayBeMore = relation === 'atLeast'
  const mayBeLess = relation === 'atMost'
  if (!mayBeMore && left.known - highest(right) > tolerance) return 'violated'
  if (!mayBeLess && right.known - highest(left) > tolerance) return 'violated'
  const notMore = mayBeMore || highest(left) - right.known <= tolerance
  const notLess = mayBeLess || highest(right) - left.known <= tolerance
  if (notMore && notLess) return 'satisfied'
  return left.blank + right.blank > 0 ? 'incomplete' : 'undecidable'
}

export function weigh(check: RelationCheck, cells: Cells, register: RegisterFacts): Weighed {
  const left = leftSum(check, cells)
  const right = rightSum(check, cells, register)
  return { outcome: compareSums(left, check.relation, right, check.tolerance), left, right }
}

/** The sum on the left, with blanks as 0 where the check says so. */
export function leftSum({ left, blankIsZero }: Pick<RelationCheck, 'left' | 'blankIsZero'>, cells: Cells): Sum {
  const sum = sumOf(cells, left)
  return blankIsZero && sum.blank + sum.missing < left.length ? { ...sum, blank: 0 } : sum
}

function rightSum({ right }: RelationCheck, cells: Cells, register: RegisterFacts): Sum {
  if ('variables' in right) return sumOf(cells, right.variables)
  const value = 'value' in right ? right.value : register[right.register]
  return value === undefined ? { known: 0, blank: 0, missing: 1 } : { known: value, blank: 0, missing: 0 }
}
