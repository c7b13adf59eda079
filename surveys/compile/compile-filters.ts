import type { Questionnaire } from '../../schemas/questionnaire.ts'
import type { Condition } from '../checks/check.ts'
import { compileCondition } from '../checks/compile-condition.ts'
import { asksBeyond, fieldsOf } from '../checks/condition.ts'
import type { Known } from '../checks/references.ts'
import { namesUnit } from '../codebook/columns.ts'
import type { Problem } from '../definition/problem.ts'
import { type AskedPlace, askedPlaces, misplacedAsked } from './asked-places.ts'
import { filterWords } from './filter-words.ts'
import type { Filter, Question, Section, Variable } from './instrument.ts'

/** What is known once sections, rules and texts are compiled. */
interface Compiled extends Known {
  sections: readonly Section[]
  /** Fills the gaps of a text that stands at a path. */
  fill: (text: string, path: string) => string
}

/** What is asked only under conditions; each section, question and variable of which that is so learns it. */
export function compileFilters(definition: Questionnaire, known: Compiled): Filter[] {
  const { problems } = known
  problems.push(
    ...misplacedAsked(definition).map((path) => ({
      path,
      message:
        'Eine Antwort, von denen nur eine gegeben wird, hat kein eigenes Feld und lässt sich nicht einzeln fragen.',
    })),
  )
  const ruledOut = new Map(known.variables.flatMap(({ name, ruledOutBy: [rule] = [] }) => (rule ? [[name, rule]] : [])))
  const filters = askedPlaces(definition).map((place) => compileFilter(place, ruledOut, known))
  for (const filter of filters) learn(filter, known)
  return filters
}

function compileFilter(place: AskedPlace, ruledOut: ReadonlyMap<string, string>, known: Compiled): Filter {
  const { path, asked, of, id, variable } = place
  const conditions = asked.if.map((one, at) => {
    const condition = compileCondition(one, `${path}/asked/if/${at}`, known)
    known.problems.push(...conditionProblems(condition, `${path}/asked/if/${at}`, place, ruledOut, known))
    return condition
  })
  const fields = closedFields(place, known)
  if (fields.some((name) => known.variables.some((one) => one.name === name && namesUnit.has(one.type))))
    known.problems.push({ path: `${path}/asked`, message: 'Wer antwortet, wird immer gefragt.' })
  const words =
    asked.words === undefined ? filterWords(asked.if, known) : known.fill(asked.words, `${path}/asked/words`)
  if (words === undefined)
    known.problems.push({
      path: `${path}/asked`,
      message: 'Aus diesen Bedingungen lässt sich kein Satz bilden. Bitte schreiben Sie ihn als „words“: „Nur wenn …“.',
    })
  const beyond = conditions.some(asksBeyond)
  return { of, id, variable, if: conditions, fields, words: words ?? '', place: place.place, beyond }
}

/** A filter can only look back, at what people answer. */
function conditionProblems(
  condition: Condition,
  path: string,
  { place }: AskedPlace,
  ruledOut: ReadonlyMap<string, string>,
  { variables, sections }: Compiled,
): Problem[] {
  const order = sections.flatMap(({ questions }) => questions)
  const placeOf = ({ question }: Variable) =>
    order.findIndex(({ id, parts }) => id === question || parts.some((part) => part.id === question))
  return [...new Set(fieldsOf(condition))].flatMap((name): Problem[] => {
    const variable = variables.find((one) => one.name === name)
    const rule = ruledOut.get(name)
    if (variable === undefined) return []
    if (variable.role === 'derived')
      return [{ path, message: `„${name}“ folgt aus Antworten. Ein Filter hängt an den Antworten selbst.` }]
    if (placeOf(variable) >= place)
      return [
        {
          path,
          message: `„${name}“ (${variable.number}) wird erst hier oder später gefragt. Ein Filter kann nur an einer früheren Frage hängen.`,
        },
      ]
    return rule === undefined
      ? []
      : [
          {
            path,
            message: `„${name}“ kann nach „${rule}“ (notApplicable) nicht zutreffen. Bitte schreiben Sie auch dort statt der Regel ein „asked“.`,
          },
        ]
  })
}

/** All that is closed with it, comments and names in words among it. */
function closedFields({ of, id }: AskedPlace, { sections, questions, variables }: Compiled): string[] {
  if (of === 'item') return variables.flatMap(({ name }) => (name === id || name === `${id}_text` ? [name] : []))
  const closed: (Question | undefined)[] =
    of === 'section' ? (sections.find((one) => one.id === id)?.questions ?? []) : [questions.get(id)]
  return closed.flatMap((question) => question?.variables.map(({ name }) => name) ?? [])
}

function learn(filter: Filter, { sections, questions, variables }: Compiled): void {
  const { of, id, fields, variable: own } = filter
  const asked =
    of === 'section'
      ? sections.find((one) => one.id === id)
      : of === 'question'
        ? questions.get(id)
        : variables.find(({ name }) => name === id)
  if (asked !== undefined) asked.asked = filter
  const closed = new Set(fields)
  for (const variable of variables) {
    if (variable.name === own) variable.label = closedLabel(filter, asked)
    if (!closed.has(variable.name) || hasNoValue.has(variable.role)) continue
    variable.ruledOutBy = [...(variable.ruledOutBy ?? []), own]
    variable.closedBy = [...(variable.closedBy ?? []), own]
  }
}

/** A comment is in no column, and the flag says of itself that it is not set. */
const hasNoValue: ReadonlySet<Variable['role']> = new Set(['comment', 'notAvailable', 'derived'])

function closedLabel({ of }: Filter, asked: Section | Question | Variable | undefined): string {
  if (asked === undefined) return ''
  if (of === 'section') return `Abschnitt „${'title' in asked ? asked.title : ''}“ entfällt`
  const { number } = asked as Question | Variable
  return 'title' in asked ? `${number} entfällt: ${asked.title}` : `${number} entfällt bei „${asked.label}“`
}
