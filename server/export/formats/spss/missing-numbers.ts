import { missingPlan } from '../../../../surveys/answer/missing.ts'
import type { DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { InputError } from '../../../errors/input-error.ts'

/** What stands in a column of numbers instead of a value. */
export interface MissingNumbers {
  /** The numbers that are no values. */
  from: number
  to: number
  /** By how much they lie below those of the plan. */
  below: number
  /** The number of each reason. */
  numbers: ReadonlyMap<string, number>
  /** The column that tells the reason. */
  column: string
}

const plan = Object.values(missingPlan).map(({ number }) => number)
const lowest = Math.min(...plan)
const highest = Math.max(...plan)

/** A value must never look like a reason: where values are as small, the reasons go below them, by thousands. */
export function missingNumbers({ name, missing }: DescribedColumn, least: number): MissingNumbers | undefined {
  if (missing === undefined) return undefined
  const below = least > highest ? 0 : 1000 * (Math.floor((highest - least) / 1000) + 1)
  if (!Number.isSafeInteger(lowest - below))
    throw new InputError(`In der Spalte „${name}“ steht ${least}. Diese Zahl fasst eine Datei für SPSS nicht.`)
  return {
    from: lowest - below,
    to: highest - below,
    below,
    numbers: new Map(missing.reasons.map(({ code, number }) => [code, number - below])),
    column: missing.column,
  }
}
