import type {
  ChangeCheck as ChangeDefinition,
  CheckDefinition,
  NameCheck as NameDefinition,
  Questionnaire,
  Reference,
  WithinCheck,
} from '../../schemas/questionnaire.ts'
import type { Problem } from '../definition/problem.ts'
import { kindOf } from '../kinds/index.ts'
import { isNumberType } from '../types/index.ts'
import { comparedVariables } from './compared-variables.ts'
import type { ChangeCheck, Check, NameCheck, Question, RelationCheck, Right, Variable } from './instrument.ts'

interface Known {
  questions: ReadonlyMap<string, Question>
  variables: readonly Variable[]
}

/** The checks of the definition, with those that follow from the kinds of its questions. */
export function compileChecks(definition: Questionnaire, known: Known, problems: Problem[]): Check[] {
  const written = definition.checks.flatMap((check, index) => compileCheck(check, `/checks/${index}`, known, problems))
  const implied = [...known.questions.values()].filter((one) => 'number' in one.definition).flatMap(impliedChecks)
  const ids = new Set(implied.map(({ id }) => id))
  definition.checks.forEach(({ id }, index) => {
    if (ids.has(id)) problems.push({ path: `/checks/${index}/id`, message: `Die Prüfung „${id}“ gibt es schon.` })
    ids.add(id)
  })
  problems.push(...uncoveredItems(definition, known, [...implied, ...written]))
  return [...implied, ...written]
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

function compileCheck(check: CheckDefinition, path: string, known: Known, problems: Problem[]): Check[] {
  if (check.kind === 'within') return compileWithin(check, path, known, problems)
  if (check.kind === 'name') return compileName(check, path, known, problems)
  if (check.kind === 'change') return compileChange(check, path, known, problems)
  const names = (references: readonly Reference[], where: string) =>
    references.flatMap((reference, index) => resolve(reference, `${path}/${where}/${index}`, known, problems))
  const { id, severity, message, kind, relation } = check
  const left = names(kind === 'sum' ? check.parts : check.left, kind === 'sum' ? 'parts' : 'left')
  const right: Right =
    kind === 'sum'
      ? { variables: resolve(check.total, `${path}/total`, known, problems) }
      : 'register' in check.right
        ? check.right
        : { variables: names(check.right, 'right') }
  const all = [...left, ...('variables' in right ? right.variables : [])]
  return [{ id, kind, severity, questions: questionsOf(all, known), message, left, relation, right }]
}

function compileName(
  { id, kind, severity, variable }: NameDefinition,
  path: string,
  { variables }: Known,
  problems: Problem[],
): NameCheck[] {
  const text = variables.find(({ name }) => name === variable)
  if (text?.type === 'text')
    return [
      {
        id,
        kind,
        severity,
        questions: [text.question],
        message: 'Der Name muss der der Kommune sein, die antwortet.',
        variable,
      },
    ]
  const message = text ? `„${variable}“ ist keine Textzeile.` : `Die Variable „${variable}“ gibt es nicht.`
  problems.push({ path: `${path}/variable`, message })
  return []
}

/** One check per number, since each of them can be justified by itself. */
function compileChange(check: ChangeDefinition, path: string, known: Known, problems: Problem[]): ChangeCheck[] {
  const { id, kind, severity, variables, expected = 1, weight, tolerance, message } = check
  const names = variables.flatMap((one, index) => resolve(one, `${path}/variables/${index}`, known, problems))
  return names.flatMap((name) => {
    const variable = known.variables.find((one) => one.name === name)
    if (variable === undefined) return []
    const { question, label } = variable
    const limits = { expected, weight, tolerance }
    return [
      { id: `${id}_${name}`, kind, severity, questions: [question], message, variable: name, item: label, ...limits },
    ]
  })
}

/** One comparison per item, since each of them can be wrong, justified and corrected by itself. */
function compileWithin(check: WithinCheck, path: string, known: Known, problems: Problem[]): RelationCheck[] {
  const [part, whole] = (['part', 'whole'] as const).map((side) => {
    const question = known.questions.get(check[side])
    if (question?.kind === 'counts') return question
    const message = question
      ? `Die Frage „${check[side]}“ ist keine Gruppe von Zahlen.`
      : `Die Frage „${check[side]}“ gibt es nicht.`
    problems.push({ path: `${path}/${side}`, message })
    return undefined
  })
  if (part === undefined || whole === undefined) return []
  const unknown = whole.variables.filter(({ role }) => role === 'unknown').map(({ name }) => name)
  return part.variables.flatMap(({ name, role, label }) => {
    if (role !== 'item') return []
    const code = name.slice(part.id.length)
    const counterpart = whole.variables.find((one) => one.role === 'item' && one.name === whole.id + code)
    if (counterpart === undefined) {
      problems.push({ path, message: `„${name}“ hat in „${whole.id}“ kein Gegenstück „${whole.id}${code}“.` })
      return []
    }
    return [
      {
        id: check.id + code,
        kind: 'within' as const,
        severity: check.severity,
        questions: [part.id, whole.id],
        message: check.message,
        left: [name],
        relation: 'atMost' as const,
        right: { variables: [counterpart.name, ...unknown] },
        item: label,
      },
    ]
  })
}

function resolve(reference: Reference, path: string, known: Known, problems: Problem[]): string[] {
  const fail = (message: string) => {
    problems.push({ path, message })
    return []
  }
  if ('variable' in reference) {
    const variable = known.variables.find(({ name }) => name === reference.variable)
    if (variable === undefined) return fail(`Die Variable „${reference.variable}“ gibt es nicht.`)
    return isNumberType(variable.type)
      ? [variable.name]
      : fail(`„${variable.name}“ ist keine Zahl und lässt sich nicht vergleichen.`)
  }
  const question = known.questions.get(reference.question)
  if (question === undefined) return fail(`Die Frage „${reference.question}“ gibt es nicht.`)
  const numbers = question.variables.filter(({ type }) => isNumberType(type))
  if (numbers.length === 0)
    return fail(`Die Frage „${question.id}“ fragt nicht nach Zahlen und lässt sich nicht vergleichen.`)
  const { only } = reference
  const chosen = numbers.filter(({ role }) => only === undefined || (role === 'unknown') === (only === 'unknown'))
  return chosen.length > 0
    ? chosen.map(({ name }) => name)
    : fail(`Die Frage „${question.id}“ hat kein Feld dieser Art.`)
}

function questionsOf(names: readonly string[], { variables }: Known): string[] {
  const questionOf = new Map(variables.map(({ name, question }) => [name, question]))
  return [...new Set(names.flatMap((name) => questionOf.get(name) ?? []))]
}

/** An item that no check knows, although the items beside it are checked, was forgotten. */
function uncoveredItems(definition: Questionnaire, { questions }: Known, checks: readonly Check[]): Problem[] {
  const covered = new Set(checks.flatMap((check) => ('left' in check ? comparedVariables(check) : [])))
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
