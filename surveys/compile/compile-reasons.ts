import type { CheckDefinition, Questionnaire, Reason } from '../../schemas/questionnaire.ts'
import type { Check } from '../checks/check.ts'
import type { Problem } from '../definition/problem.ts'
import { isNumberType } from '../types/index.ts'
import type { Variable } from './instrument.ts'

/** The reasons offered for each signal, by the id of its check: those that fit its kind, and that name it where they name any. */
export function compileReasons(
  { reasons, checks: definitions }: Pick<Questionnaire, 'reasons' | 'checks'>,
  checks: readonly Check[],
  variables: readonly Variable[],
  problems: Problem[],
): ReadonlyMap<string, readonly Reason[]> {
  const ids = new Set([...checks, ...definitions].map(({ id }) => id))
  problems.push(
    ...reasons.flatMap((reason, index) => reasonProblems(reason, `/reasons/${index}`, ids, { checks, variables })),
  )
  const signals = checks.filter(({ severity }) => severity === 'signal')
  const offered = signals.map((check): [string, readonly Reason[]] => {
    const names = [check.id, ...definitions.filter((one) => standsFor(one, check.id)).map(({ id }) => id)]
    return [check.id, reasons.filter((reason) => fits(reason, check.kind, names))]
  })
  for (const [id, some] of offered) {
    if (some.length === 0) problems.push({ path: '/reasons', message: `Für die Prüfung „${id}“ gibt es keinen Grund.` })
  }
  return new Map(offered)
}

const fits = ({ kinds, checks }: Reason, kind: Check['kind'], ids: readonly string[]) =>
  (kinds === undefined || kinds.includes(kind)) && (checks === undefined || ids.some((id) => checks.includes(id)))

/** Checks that are written once for many items become one check an item, named after both. */
const standsFor = ({ id, kind }: CheckDefinition, compiled: string) =>
  (kind === 'within' || kind === 'change') && compiled.startsWith(`${id}_`)

function reasonProblems(
  { kinds, checks: named, base }: Reason,
  path: string,
  ids: ReadonlySet<string>,
  { checks, variables }: { checks: readonly Check[]; variables: readonly Variable[] },
): Problem[] {
  const problems: Problem[] = []
  for (const [index, kind] of (kinds ?? []).entries()) {
    if (checks.some((check) => check.kind === kind)) continue
    problems.push({ path: `${path}/kinds/${index}`, message: `Eine Prüfung der Art „${kind}“ gibt es hier nicht.` })
  }
  for (const [index, id] of (named ?? []).entries()) {
    if (!ids.has(id)) problems.push({ path: `${path}/checks/${index}`, message: `Die Prüfung „${id}“ gibt es nicht.` })
  }
  if (base !== undefined && !variables.some(({ name, type }) => name === base && isNumberType(type)))
    problems.push({ path: `${path}/base`, message: `„${base}“ ist keine Zahl, nach der hier gefragt wird.` })
  return problems
}
