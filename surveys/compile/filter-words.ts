import type { Condition } from '../../schemas/questionnaire.ts'
import type { Known } from '../checks/references.ts'
import { formatNumber } from '../reading/number.ts'
import { isNumberType } from '../types/index.ts'
import type { Question, Variable } from './instrument.ts'

type Asked = Pick<Known, 'questions' | 'variables'>
type Of<Key extends string> = Extract<Condition, Record<Key, unknown>>

/** `Nur wenn in F3 „ja“ angegeben ist`; undefined where no good sentence can be made from the conditions. */
export function filterWords(conditions: readonly Condition[], known: Asked): string | undefined {
  const clauses = conditions.map((condition) => clauseOf(condition, known))
  return clauses.includes(undefined) ? undefined : `Nur wenn ${clauses.join(' und ')}`
}

function clauseOf(condition: Condition, known: Asked): string | undefined {
  if ('chosen' in condition) return chosenClause(condition, known)
  if ('numbers' in condition) return numbersClause(condition, known)
  if ('blank' in condition) return suffixed(placeOf(condition.blank, known), 'leer ist')
  if ('answered' in condition) return suffixed(placeOf(condition.answered, known), 'ausgefüllt ist')
  return undefined
}

const suffixed = (words: string | undefined, end: string) => words && `${words} ${end}`

function chosenClause(condition: Of<'chosen'>, { questions, variables }: Asked): string | undefined {
  const { chosen } = condition
  // The number that a question has now may be another one than in the last wave.
  if (typeof chosen !== 'string') return undefined
  const list = questions.get(chosen)?.variables.filter(({ role }) => role === 'option') ?? []
  const variable = variables.find(({ name }) => name === chosen)
  const codes = 'any' in condition ? condition.any : 'none' in condition ? condition.none : condition.all
  const labels = codes.map((code) =>
    list.length > 0
      ? list.find(({ name }) => name === `${chosen}_${code}`)?.label
      : variable?.options?.find((one) => one.code === code)?.label,
  )
  const number = list[0]?.number ?? variable?.number
  if (number === undefined || labels.includes(undefined)) return undefined
  const row = variable !== undefined && questions.get(variable.question)?.kind === 'matrix' ? variable.label : undefined
  const place = row === undefined ? `in ${number}` : `in ${number} bei „${row}“`
  const [all, one] = list.length > 0 ? ['angekreuzt sind', 'angekreuzt ist'] : ['angegeben sind', 'angegeben ist']
  const named = labels.map((label) => `„${label}“`)
  if ('all' in condition && named.length > 1) return `${place} ${named.join(' und ')} ${all}`
  if ('none' in condition) return `${place} ${named.length === 1 ? 'nicht ' : 'weder '}${named.join(' noch ')} ${one}`
  return `${place} ${named.join(' oder ')} ${one}`
}

const relations: Record<Of<'numbers'>['relation'], string> = {
  equal: '',
  atMost: 'höchstens ',
  atLeast: 'mindestens ',
  moreThan: 'größer als ',
  lessThan: 'kleiner als ',
}

function numbersClause({ numbers, relation, right }: Of<'numbers'>, known: Asked): string | undefined {
  const [reference, ...others] = numbers
  const [term, ...more] = right
  if (others.length > 0 || more.length > 0 || !('value' in term)) return undefined
  const what = 'variable' in reference ? numberPlace(reference.variable, known) : sumPlace(reference, known)
  return suffixed(what, `${relations[relation]}${formatNumber(term.value)} ist`)
}

function sumPlace({ question, only }: { question: string; only?: string }, { questions }: Asked): string | undefined {
  const found = questions.get(question)
  const numbers = found?.variables.filter(({ type }) => isNumberType(type)) ?? []
  if (found === undefined || only !== undefined) return undefined
  return numbers.length === 1 ? `die Zahl in ${found.number}` : `die Summe in ${found.number}`
}

function numberPlace(name: string, known: Asked): string | undefined {
  const words = placeOf(name, known)
  return words?.startsWith('„') === false ? `die Zahl in ${words}` : words
}

/** `F4`, or `„jung“ in F5` where the question has more than one field. */
function placeOf(name: string, { questions, variables }: Asked): string | undefined {
  const question = questions.get(name)
  if (question !== undefined) return question.number
  const variable = variables.find((one) => one.name === name)
  return variable && fieldPlace(variable, questions.get(variable.question))
}

const fieldPlace = ({ label, number }: Variable, question: Question | undefined): string =>
  (question?.variables.filter(({ role }) => role === 'item' || role === 'option').length ?? 0) > 1
    ? `„${label}“ in ${number}`
    : number
