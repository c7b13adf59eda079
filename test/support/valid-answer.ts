import type { Random } from '../../server/demo/random.ts'
import type { Instrument, Question } from '../../surveys/compile/instrument.ts'
import { dayBetween } from '../../surveys/reading/dates.ts'
import { isNumberType, typeOf } from '../../surveys/types/index.ts'

/** A faultless answer to any survey, as somebody would type it; some questions are left blank or not available. */
export function validAnswer(instrument: Instrument, random: Random): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const question of leaves([...instrument.sections.flatMap(({ questions }) => questions)])) {
    if (random.chance(0.15)) continue
    if (question.notAvailable !== undefined && random.chance(0.2)) typed[question.notAvailable.name] = '1'
    else Object.assign(typed, answerOf(question, random))
    const { comment } = question
    if (comment !== undefined && random.chance(0.2)) typed[comment.name] = 'Größe „ab 3“ <b>\n=1+1'
  }
  // The sums are held against this one, so it is never too small.
  typed.gesamt = '1000000'
  return typed
}

const leaves = (questions: readonly Question[]): Question[] =>
  questions.flatMap((question) => (question.parts.length > 0 ? leaves(question.parts) : [question]))

function answerOf(question: Question, random: Random): Record<string, string> {
  const { id, kind, variables } = question
  const named = (code: string) => variables.filter(({ name }) => name === `${id}_${code}_text`)
  const nameOf = (code: string) => Object.fromEntries(named(code).map(({ name }) => [name, 'Näheres']))
  const items = variables.filter(({ role }) => role === 'item')
  switch (kind) {
    case 'count':
    case 'counts':
    case 'decimal':
    case 'percent':
      return Object.fromEntries(
        variables
          .filter(({ type }) => isNumberType(type))
          .map(({ name, type }) => [name, typeOf(type).invent(() => random.next())]),
      )
    case 'date':
      return { [id]: dateOf(question, random) }
    case 'shares': {
      const rest = items.slice(1)
      const [first] = items
      const leavesRest = 'rest' in question.definition && random.chance(0.5)
      if (leavesRest && first !== undefined) return { [first.name]: '100', ...nameOf(first.name.slice(id.length + 1)) }
      const each = Math.floor(100 / items.length)
      const typed = items.map(({ name }, index) => [name, String(index === 0 ? 100 - each * rest.length : each)])
      const others = items.flatMap(({ name }) => Object.entries(nameOf(name.slice(id.length + 1))))
      return Object.fromEntries([...typed, ...others])
    }
    case 'choice': {
      const { code = '' } = random.pick(items[0]?.options ?? []) ?? {}
      return { [id]: code, ...nameOf(code) }
    }
    case 'choices': {
      const option = random.pick(variables.filter(({ role }) => role === 'option'))
      return option === undefined ? {} : { [option.name]: '1', ...nameOf(option.name.slice(id.length + 1)) }
    }
    case 'matrix':
      return Object.assign(
        {},
        ...items.map(({ name, options = [] }) => ({
          [name]: random.pick(options)?.code ?? '',
          ...nameOf(name.slice(id.length + 1)),
        })),
      )
    case 'kommune':
      return { [id]: 'Eislingen/Fils' }
    case 'gemeinden':
      return { [id]: '117019 Eislingen/Fils\n111000 Stuttgart' }
    default:
      return Object.fromEntries(items.map(({ name }) => [name, 'Text mit "Zeichen"; äöü, 1']))
  }
}

/** A day or month within the bounds of its question. */
function dateOf({ definition, variables: [variable] }: Question, random: Random): string {
  if (definition.kind !== 'date' || variable === undefined) return ''
  const { earliest = '2010-01-01', latest = '2025-12-31' } = definition
  const day = dayBetween(`${earliest}-01`.slice(0, 10), `${latest}-28`.slice(0, 10), random.next())
  return typeOf(variable.type).field(day)
}
