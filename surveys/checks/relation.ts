import { isClosed } from '../answer/cells.ts'
import { compareRanges, leftSum, type Range, rangeOf, sumOf } from '../answer/relation.ts'
import { formatNumber } from '../reading/number.ts'
import type { RelationCheck } from './check.ts'
import { type Closer, closerBounds } from './closer.ts'
import type { Asked, CheckKind, Found, Judged } from './kind.ts'
import { differenceWords, fillSentence } from './sentence.ts'
import { rangeOfRight, variablesOf } from './terms.ts'

/** What all comparisons of sums have in common. */
export const relation: CheckKind<RelationCheck> = {
  judge(check, asked) {
    if ([check.left, variablesOf(check.right)].some((names) => isNotAsked(names, asked))) return 'idle'
    const right = rangeOfRight(check.right, asked)
    if (right === undefined) return 'idle'
    const left = rangeOf(leftSum(check, asked.cells))
    const outcome = compareRanges(left, check.relation, right, toleranceOf(check, right))
    if (outcome === 'satisfied') return 'holds'
    if (outcome === 'open') return judgeOpen(check, left, right, asked)
    const isMore = left.low > right.high
    const unfinished = check.blankIsZero && !isMore && sumOf(asked.cells, check.left).blank > 0
    const words = isMore && right.high !== right.low ? { rechts: `höchstens ${formatNumber(right.high)}` } : {}
    return { ...found(check, left.low, isMore ? right.high : right.low, words), ...(unfinished && { unfinished }) }
  },
  fields: comparedVariables,
  inCodebook: true,
}

/** None of some numbers was asked: there is nothing to hold others against. */
const isNotAsked = (names: readonly string[], { cells }: Asked) =>
  names.length > 0 && names.every((name) => isClosed(cells, name))

/** The variables on both sides of a comparison. */
function comparedVariables({ left, right }: RelationCheck): string[] {
  return [...left, ...variablesOf(right)]
}

function toleranceOf({ tolerance = 0, toleranceShare = 0 }: RelationCheck, { low, high }: Range): number {
  return Math.max(
    tolerance,
    toleranceShare === 0 ? 0 : toleranceShare * (high === Number.POSITIVE_INFINITY ? low : high),
  )
}

/** What is known of one side is more than the other can be, although something is blank there. */
function judgeOpen(check: RelationCheck, left: Range, right: Range, asked: Asked): Judged {
  const { relation } = check
  const tolerance = toleranceOf(check, right)
  if (relation !== 'atLeast' && left.low - right.low > tolerance && 'variables' in check.right) {
    const closer = closerBounds(check.right.variables, asked).find(({ high }) => left.low - high > tolerance)
    if (closer !== undefined)
      return foundCloser(check, found(check, left.low, closer.high, { rechts: closer.words }), closer)
  }
  if (relation !== 'atMost' && right.low - left.low > tolerance) {
    const closer = closerBounds(check.left, asked).find(({ high }) => right.low - high > tolerance)
    if (closer !== undefined) {
      const less = foundCloser(check, found(check, closer.high, right.low, { links: closer.words }), closer)
      // Whoever fills in the parts comes to the blank ones last.
      return closer.assumed ? { ...less, unfinished: true } : less
    }
  }
  return 'undecidable'
}

function foundCloser(check: RelationCheck, { message }: Found, { from, note }: Closer): Found {
  return { fields: [...new Set([...comparedVariables(check), ...from])], message: `${message} ${note}` }
}

function found(
  check: RelationCheck,
  left: number,
  right: number,
  words: { links?: string; rechts?: string } = {},
): Found {
  const message = fillSentence(check.message, {
    links: formatNumber(left),
    rechts: formatNumber(right),
    abweichung: differenceWords(check.kind === 'sum', left - right),
    posten: check.item ?? '',
    ...words,
  })
  return { fields: comparedVariables(check), message }
}
