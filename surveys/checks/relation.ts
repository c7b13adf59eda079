import { compareRanges, leftSum, rangeOf, type Sum, sumOf } from '../answer/relation.ts'
import { formatNumber } from '../reading/number.ts'
import type { RelationCheck } from './check.ts'
import type { Asked, CheckKind } from './kind.ts'
import { differenceWords, fillSentence } from './sentence.ts'

/** What all comparisons of sums have in common. */
export const relation: CheckKind<RelationCheck> = {
  judge(check, asked) {
    const left = leftSum(check, asked.cells)
    const right = rightSum(check, asked)
    const outcome = compareRanges(rangeOf(left), check.relation, rangeOf(right), check.tolerance)
    if (outcome === 'satisfied') return 'holds'
    if (outcome === 'open') return 'undecidable'
    const message = fillSentence(check.message, {
      links: formatNumber(left.known),
      rechts: formatNumber(right.known),
      abweichung: differenceWords(check.kind === 'sum', left.known - right.known),
      posten: check.item ?? '',
    })
    const unfinished = check.blankIsZero && left.known < right.known && sumOf(asked.cells, check.left).blank > 0
    return { fields: comparedVariables(check), message, ...(unfinished && { unfinished }) }
  },
  fields: comparedVariables,
  inCodebook: true,
}

/** The variables on both sides of a comparison. */
export function comparedVariables({ left, right }: RelationCheck): string[] {
  return [...left, ...('variables' in right ? right.variables : [])]
}

function rightSum({ right }: RelationCheck, { cells, around }: Asked): Sum {
  if ('variables' in right) return sumOf(cells, right.variables)
  const value = 'value' in right ? right.value : around.register.gemeinden.get(around.unit)?.[right.register]
  return value === undefined ? { known: 0, blank: 0, missing: 1 } : { known: value, blank: 0, missing: 0 }
}
