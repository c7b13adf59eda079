import type { RelationCheck } from '../checks/check.ts'
import { type Cells, isClosed } from './cells.ts'
import { compareSums, leftSum, type Outcome, type Sum, sumOf } from './relation.ts'
import { sumWords } from './sentences.ts'

/** A sum beside its target, as the page shows it. */
interface RunningSum {
  target: number | null
  text: string
  state: Outcome
}

/** What a sum is held against. What was not asked is no target. */
export const targetSum = (cells: Cells, name: string): Sum =>
  isClosed(cells, name) ? { known: 0, blank: 0, missing: 1 } : sumOf(cells, [name])

/**
 * How a sum stands while it is being typed: what the blanks may still put right is not violated yet. The server's page and
 * the browser's script both say what this says.
 */
export function runningSum(
  check: Pick<RelationCheck, 'left' | 'relation' | 'tolerance' | 'blankIsZero'>,
  cells: Cells,
  right: Sum,
): RunningSum {
  const { relation, tolerance } = check
  const left = leftSum(check, cells)
  const outcome = compareSums(left, relation, right, tolerance)
  const state = outcome === 'violated' ? compareSums(sumOf(cells, check.left), relation, right, tolerance) : outcome
  const target = right.blank + right.missing > 0 ? null : right.known
  return { target, text: sumWords(relation, state, left.known, target), state }
}
