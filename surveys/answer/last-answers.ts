import type { Question, Variable } from '../compile/instrument.ts'
import { typedNumber } from '../reading/number.ts'
import { typeOf } from '../types/index.ts'
import type { Value } from '../types/type.ts'
import type { LastWave } from './surroundings.ts'

/** Answers of the last wave, as they would be typed, by variable. */
type Texts = Record<string, string>

const oneAnswer: ReadonlySet<Question['kind']> = new Set(['choice', 'choices', 'text', 'longtext', 'date'])

/** Whether a question has one answer, which is taken over as a whole, or several. */
export const hasOneAnswer = ({ kind }: Pick<Question, 'kind'>): boolean => oneAnswer.has(kind)

/** What was answered to a variable in the last wave, if it may be taken over: no keys, which are filled in, and no lists. */
export function lastValue(name: string, last: LastWave | undefined): Value | undefined {
  return last?.values.get(name) ?? last?.words?.get(name)
}

/** What a question would hold with the answers of the last wave. */
export function lastTexts({ variables }: Question, last: LastWave | undefined): Texts {
  const texts: Texts = {}
  for (const { name } of variables) {
    const value = lastValue(name, last)
    if (value !== undefined) texts[name] = value === true ? '1' : typeof value === 'number' ? typedNumber(value) : value
  }
  return texts
}

/**
 * What is typed when the answers of the last wave are taken over: of a question with one answer all of it, of one with
 * several what is blank.
 */
export function takeLast(question: Question, typed: Texts, last: LastWave | undefined): Texts {
  const then = lastTexts(question, last)
  if (Object.keys(then).length === 0) return {}
  if (hasOneAnswer(question)) {
    const own = question.variables.filter(({ role }) => role !== 'comment' && role !== 'notAvailable')
    return Object.fromEntries(own.map(({ name }) => [name, then[name] ?? '']))
  }
  const blank = answersOf(question).filter((names) => names.every((name) => (typed[name] ?? '').trim() === ''))
  return Object.fromEntries(
    blank.flat().flatMap((name) => {
      const text = then[name]
      return text === undefined ? [] : [[name, text]]
    }),
  )
}

/** The variables of each answer of a question: a list of options is one, and an item with its name. */
function answersOf(question: Question): string[][] {
  if (question.parts.length > 0) return question.parts.flatMap(answersOf)
  const { variables } = question
  if (hasOneAnswer(question)) return [namesOf(variables)]
  return namesOf(variables.filter(({ role }) => role !== 'other')).map((name) => [
    name,
    ...namesOf(variables.filter((one) => one.role === 'other' && one.name === `${name}_text`)),
  ])
}

const namesOf = (variables: readonly Variable[]) => variables.map(({ name }) => name)

/** Whether an answer of the last wave can stand in a field of today: an option that is no longer there cannot. */
export function stillFits({ type, role, options = [] }: Variable, value: Value): boolean {
  const { repeats, sends } = typeOf(type)
  if (!repeats || role === 'notAvailable') return false
  return typeof value !== 'string' || sends(value, options)
}
