import type { Concordance } from '../../schemas/concordance.ts'
import type { Check, Condition } from '../checks/check.ts'
import { lastNumbersOf } from '../checks/terms.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Problem } from '../definition/problem.ts'
import { laterCode } from './code-mapping.ts'
import { type LastVariable, lastVariables, predecessorOf } from './concordance.ts'

/** An answer of the last wave that something hangs on. */
interface Hung {
  path: string
  name: string
  /** The codes that count, where one variable holds them. */
  codes?: readonly string[]
}

/** What hangs on answers of the last wave that nobody can have given there: it would stay undecided for ever. */
export function lastProblems(
  survey: Instrument,
  surveys: ReadonlyMap<string, Instrument>,
  concordances: readonly Concordance[],
): Problem[] {
  const earlier = predecessorOf(concordances, survey.id)
  const before = earlier === undefined ? undefined : surveys.get(earlier)
  const variables = before && lastVariables(concordances, before, survey)
  return hungOf(survey).flatMap(({ path, name, codes = [] }) => {
    const last = variables?.get(name)
    if (before === undefined || last === undefined)
      return [{ path, message: `„${name}“ aus der letzten Erhebung ist hier nie bekannt: ${whyUnknown(before?.id)}` }]
    const possible = possibleCodes(last, before)
    return codes
      .filter((code) => !possible.has(code))
      .map((code) => ({
        path,
        message: `Zu „${name}“ bedeutet nach surveys/concordance keine Antwort aus ${before.id} sicher „${code}“.`,
      }))
  })
}

const whyUnknown = (before: string | undefined) =>
  before === undefined
    ? 'Diese Umfrage setzt nach surveys/concordance keine andere fort.'
    : `${before} hat nach surveys/concordance nicht danach gefragt, oder nach anderen Personen.`

function hungOf({ filters, checks }: Pick<Instrument, 'filters' | 'checks'>): Hung[] {
  return [
    ...filters.flatMap((filter) => filter.if.flatMap((one) => hungInCondition(one, `asked (${filter.id})`))),
    ...checks.flatMap(hungInCheck),
  ]
}

function hungInCheck(check: Check): Hung[] {
  if (check.kind === 'implies')
    return [...check.if, check.then].flatMap((condition) => hungInCondition(condition, check.id))
  return 'right' in check ? lastNumbersOf(check.right).map((name) => ({ path: check.id, name })) : []
}

function hungInCondition(condition: Condition, path: string): Hung[] {
  if (condition.of === 'numbers') return lastNumbersOf(condition.right).map((name) => ({ path, name }))
  if (condition.of !== 'lastChosen') return []
  const { wanted, codes } = condition
  return wanted.map((name) => ({ path, name, ...(codes && { codes }) }))
}

/** The answers of today that those of an earlier survey mean. */
function possibleCodes({ before: name, codes }: LastVariable, before: Instrument): ReadonlySet<string | undefined> {
  const options = before.variable.get(name)?.options ?? []
  return new Set(options.map(({ code }) => (codes === undefined ? code : laterCode(codes, code))))
}
