import { compareRanges, leftSum, rangeOf, type Sum, sumOf } from '../answer/relation.ts'
import { formatNumber } from '../reading/number.ts'
import type { RelationCheck } from './check.ts'
import { type Closer, closerBounds } from './closer.ts'
import type { Asked, CheckKind, Found, Judged } from './kind.ts'
import { differenceWords, fillSentence } from './sentence.ts'

/** What all comparisons of sums have in common. */
export const relation: CheckKind<RelationCheck> = {
  judge(check, asked) {
    const left = leftSum(check, asked.cells)
    const right = rightSum(check, asked)
    const outcome = compareRanges(rangeOf(left), check.relation, rangeOf(right), check.tolerance)
    if (outcome === 'satisfied') return 'holds'
    if (outcome === 'open') return judgeOpen(check, left.known, right.known, asked)
    const unfinished = check.blankIsZero && left.known < right.known && sumOf(asked.cells, check.left).blank > 0
    return { ...found(check, left.known, right.known), ...(unfinished && { unfinished }) }
  },
  fields: comparedVariables,
  inCodebook: true,
}

/** The variables on both sides of a comparison. */
export function comparedVariables({ left, right }: RelationCheck): string[] {
  return [...left, ...('variables' in right ? right.variables : [])]
}

/** What is known of one side is more than the other can be, although something is blank there. */
function judgeOpen(check: RelationCheck, left: number, right: number, asked: Asked): Judged {
  const { relation, tolerance = 0 } = check
  if (relation !== 'atLeast' && left - right > tolerance && 'variables' in check.right) {
    const closer = closerBounds(check.right.variables, asked).find(({ high }) => left - high > tolerance)
    if (closer !== undefined)
      return foundCloser(check, found(check, left, closer.high, { rechts: closer.words }), closer)
  }
  if (relation !== 'atMost' && right - left > tolerance) {
    const closer = closerBounds(check.left, asked).find(({ high }) => right - high > tolerance)
    if (closer !== undefined) {
      const less = foundCloser(check, found(check, closer.high, right, { links: closer.words }), closer)
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

function rightSum({ right }: RelationCheck, { cells, around }: Asked): Sum {
  if ('variables' in right) return sumOf(cells, right.variables)
  const value = 'value' in right ? right.value : around.register.gemeinden.get(around.unit)?.[right.register]
  return value === undefined ? { known: 0, blank: 0, missing: 1 } : { known: value, blank: 0, missing: 0 }
}
