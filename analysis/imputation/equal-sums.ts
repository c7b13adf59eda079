import type { Instrument } from '../../surveys/compile/instrument.ts'

/** Parts that make up a total exactly. */
export interface EqualSum {
  parts: readonly string[]
  total: string
}

/** The sums of a questionnaire from which a missing number can follow: those of parts that are asked for with their total. */
export const equalSums = ({ checks }: Pick<Instrument, 'checks'>): EqualSum[] =>
  checks.flatMap((check) => {
    if (check.kind !== 'sum' || check.relation !== 'equal' || check.tolerance !== undefined || check.blankIsZero)
      return []
    const [total, ...more] = 'variables' in check.right ? check.right.variables : []
    return total === undefined || more.length > 0 ? [] : [{ parts: check.left, total }]
  })
