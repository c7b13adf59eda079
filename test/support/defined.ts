import { isDefined, type NotDefined } from '../../analysis/stats/not-defined.ts'

/** A statistic's value, where the test knows that there is one. */
export function defined<Result>(result: Result | NotDefined): Result {
  if (isDefined(result)) return result
  throw new Error(`not defined: ${JSON.stringify(result)}`)
}
