import type { Part, Question as QuestionDefinition, Questionnaire } from '../../schemas/questionnaire.ts'
import { isExported, isReserved, namesUnit } from '../codebook/columns.ts'
import type { Problem } from '../definition/problem.ts'
import { kindOf } from '../kinds/index.ts'
import { type AskedPlace, askedPlaces } from './asked-places.ts'
import { ruleVariable } from './compile-rules.ts'
import type { Question, Section, Variable } from './instrument.ts'
import { restVariable } from './rests.ts'
import { ownType, unitKinds } from './unit-kinds.ts'

const longestName = 32

/** Sections, questions and variables. What stands twice or is too long goes to the problems. */
export function compileSections(definition: Questionnaire, problems: Problem[]) {
  const questions = new Map<string, Question>()
  const variables: Variable[] = []
  const sectionIds = new Set<string>()
  const names = new Map<string, string>()
  const asked = askedPlaces(definition)

  function register(question: Question, path: string) {
    if (questions.has(question.id))
      problems.push({ path: `${path}/id`, message: `Die Frage „${question.id}“ gibt es schon.` })
    questions.set(question.id, question)
    for (const [index, part] of question.parts.entries()) register(part, `${path}/parts/${index}`)
  }

  function registerVariable(variable: Variable, asked: string, path: string) {
    const first = names.get(variable.name)
    if (first !== undefined)
      problems.push({ path, message: `Den Namen „${variable.name}“ trägt schon eine Variable von ${first}.` })
    if (variable.name.length > longestName) {
      problems.push({
        path,
        message: `Der Name „${variable.name}“ hat ${variable.name.length} Zeichen, erlaubt sind ${longestName}.`,
      })
    }
    if (isExported(variable) && isReserved(variable.name)) {
      const message = `„${variable.name}“ heißt schon eine Spalte jeder Ausgabe. Bitte wählen Sie einen anderen Namen.`
      problems.push({ path, message })
    }
    names.set(variable.name, asked)
    variables.push(variable)
  }

  function registerVariables(question: Question, path: string) {
    const { definition: asked } = question
    const codes = asked.kind === 'counts' ? asked.items.map(({ code }) => code) : []
    for (const code of asked.kind === 'counts' ? Object.keys(asked.register ?? {}) : []) {
      if (!codes.includes(code))
        problems.push({ path: `${path}/register/${code}`, message: `Einen Posten „${code}“ hat die Frage nicht.` })
    }
    const { one } = unitKinds[definition.unit]
    const type = ownType(definition.unit)
    for (const variable of [...question.variables, ...restVariable(question)]) {
      if (variable.register !== undefined && definition.unit !== 'gemeinde')
        problems.push({
          path,
          message: `Neben diesen Zahlen (${one}) steht nichts aus dem Register: Es kennt nur Zahlen zu Kommunen.`,
        })
      if (namesUnit.has(variable.type) && variable.type !== type) {
        const message = `Hier antwortet je einmal: ${one}. Die Art „${question.kind}“ fragt nach jemand anderem.`
        problems.push({ path, message })
      }
      registerVariable(variable, `${question.number} (${question.id})`, path)
    }
  }

  const sections = definition.sections.map((section, index): Section => {
    const path = `/sections/${index}`
    if (sectionIds.has(section.id))
      problems.push({ path: `${path}/id`, message: `Den Abschnitt „${section.id}“ gibt es schon.` })
    sectionIds.add(section.id)
    const compiled = section.questions.map((one, position) => {
      const question = compileQuestion(one, one.number, section.id)
      register(question, `${path}/questions/${position}`)
      for (const place of asked.filter((one) => one.question === question.id))
        registerVariable(closedVariable(place, question), `asked (${place.id})`, `${place.path}/asked`)
      registerVariables(question, `${path}/questions/${position}`)
      return question
    })
    return { id: section.id, title: section.title, introduction: section.introduction ?? [], questions: compiled }
  })
  for (const [index, rule] of (definition.notApplicable ?? []).entries())
    registerVariable(ruleVariable(rule, questions), `notApplicable (${rule.id})`, `/notApplicable/${index}/id`)
  return { sections, questions, variables }
}

/** The variable that says that something was not asked. What it is called is known once the gaps of all titles are filled. */
const closedVariable = ({ variable }: AskedPlace, { id, number }: Question): Variable => ({
  name: variable,
  type: 'flag',
  role: 'derived',
  label: '',
  question: id,
  number,
  contact: false,
})

function compileQuestion(definition: QuestionDefinition | Part, number: string, section: string): Question {
  const { id, kind, title } = definition
  const withFlag = 'notAvailable' in definition && definition.notAvailable !== undefined
  const unknown = 'unknown' in definition && definition.unknown !== undefined ? { unknown: definition.unknown } : {}
  const place = { id, number, ...(withFlag ? { flag: `${id}_nv` } : {}), ...unknown }
  const general = { question: id, number, contact: false } as const
  const notAvailable: Variable | undefined = withFlag
    ? { ...general, name: `${id}_nv`, type: 'flag', role: 'notAvailable', label: definition.notAvailable ?? '' }
    : undefined
  const commented = 'number' in definition && definition.comment !== false
  const comment: Variable | undefined = commented
    ? { ...general, name: `${id}_kom`, type: 'longtext', role: 'comment', label: `Kommentar zu ${number}` }
    : undefined
  const parts =
    definition.kind === 'composite' ? definition.parts.map((part) => compileQuestion(part, number, section)) : []
  const own = [...kindOf(kind).variables(definition, place), ...parts.flatMap(({ variables }) => variables)]
  return {
    number,
    id,
    kind,
    title,
    ...(definition.help === undefined ? {} : { help: definition.help }),
    ...('heading' in definition && definition.heading !== undefined ? { heading: definition.heading } : {}),
    section,
    definition,
    variables: [...own, ...(notAvailable ? [notAvailable] : []), ...(comment ? [comment] : [])],
    ...(notAvailable ? { notAvailable } : {}),
    ...(comment ? { comment } : {}),
    parts,
  }
}
