import type { Questionnaire } from '../../schemas/questionnaire.ts'
import type { Check } from '../checks/check.ts'
import { checkKindOf, compileWritten } from '../checks/index.ts'
import type { Known } from '../checks/references.ts'
import type { Problem } from '../definition/problem.ts'
import { kindOf } from '../kinds/index.ts'
import { isNumberType } from '../types/index.ts'
import type { Question } from './instrument.ts'

/** The checks of the definition, with those that follow from the kinds of its questions. */
export function compileChecks(definition: Questionnaire, known: Known): Check[] {
  const { problems } = known
  const written = definition.checks.flatMap((check, index) => compileWritten(check, `/checks/${index}`, known))
  problems.push(
    ...definition.checks.flatMap(({ id }, index) => justifiedContact(`/checks/${index}`, id, written, known)),
  )
  const implied = [...known.questions.values()].filter((one) => 'number' in one.definition).flatMap(impliedChecks)
  const ids = new Set(implied.map(({ id }) => id))
  definition.checks.forEach(({ id }, index) => {
    if (ids.has(id)) problems.push({ path: `/checks/${index}/id`, message: `Die Prüfung „${id}“ gibt es schon.` })
    ids.add(id)
  })
  problems.push(...uncoveredItems(definition, known, [...implied, ...written]))
  return [...implied, ...written]
}

/** The reason given for a signal is kept with the values, and contact data lie nowhere but among themselves. */
function justifiedContact(path: string, id: string, written: readonly Check[], { variables }: Known): Problem[] {
  const contact = new Set(variables.filter((one) => one.contact).map(({ name }) => name))
  const holds = (check: Check) =>
    checkKindOf(check.kind)
      .fields(check)
      .some((name) => contact.has(name))
  return written.some((check) => check.id === id && check.severity !== 'error' && holds(check))
    ? [{ path: `${path}/severity`, message: 'Kontaktdaten lassen sich nicht begründen, nur berichtigen.' }]
    : []
}

/** What follows from the kind of a question, and from its flag 'not available'. */
function impliedChecks(question: Question): Check[] {
  const own = [...kindOf(question.kind).checks(question, question.definition), ...question.parts.flatMap(impliedChecks)]
  const { notAvailable } = question
  if (notAvailable === undefined) return own
  const flagged = question.variables.filter((one) => one.flag === notAvailable.name)
  const what = flagged.every(({ type }) => isNumberType(type)) ? 'Zahlen' : 'Angaben'
  const flag: Check = {
    id: `${notAvailable.name}_allein`,
    kind: 'flag',
    severity: 'error',
    questions: [question.id],
    message: `Zu ${question.number} ist angekreuzt, dass die Information nicht vorliegt, zugleich stehen ${what} da. Bitte nehmen Sie das Kreuz oder die ${what} zurück.`,
    flag: notAvailable.name,
    values: flagged.map(({ name }) => name),
  }
  return [flag, ...own]
}

/** An item that no check knows, although the items beside it are checked, was forgotten. */
function uncoveredItems(definition: Questionnaire, { questions }: Known, checks: readonly Check[]): Problem[] {
  const covered = new Set(
    checks.filter((check) => 'left' in check).flatMap((check) => checkKindOf(check.kind).fields(check)),
  )
  return definition.sections.flatMap((section, s) =>
    section.questions.flatMap(({ id }, q) => {
      const items = questions.get(id)?.variables.filter(({ type }) => isNumberType(type)) ?? []
      const missed = items.filter(({ name }) => !covered.has(name))
      if (missed.length === 0 || missed.length === items.length) return []
      const path = `/sections/${s}/questions/${q}`
      return missed.map(({ name }) => ({
        path,
        message: `„${name}“ steht in keiner Prüfung, die übrigen Felder der Frage schon.`,
      }))
    }),
  )
}
