import { hasOneAnswer, lastTexts, lastValue, takeLast } from '../answer/last-answers.ts'
import type { LastWave } from '../answer/surroundings.ts'
import type { Question, Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import type { Answered, LastAnswer } from './view.ts'

/** The day of the last wave, or else its title. */
export const timeOf = ({ stichtag, title }: LastWave): string => stichtag || title

/** What was answered to a variable in the last wave, as people read it, or ''. */
export function lastWords(
  { name, type, options }: Pick<Variable, 'name' | 'type' | 'options'>,
  last: LastWave | undefined,
): string {
  const value = lastValue(name, last)
  return value === undefined ? '' : typeOf(type).shown(value, options)
}

/** What a question shows of the last wave, beside what its numbers and rows show of their own. */
export function lastAnswer(question: Question, { instrument, raw, last }: Answered): LastAnswer | null {
  if (last === undefined || isOneNumber(question)) return null
  const then = lastTexts(question, last)
  if (Object.keys(then).length === 0) return null
  const whole = hasOneAnswer(question)
  const taken = takeLast(question, raw, last)
  const changes = Object.entries(taken).some(([name, text]) => text !== (raw[name] ?? ''))
  const texts = Object.entries(changes ? (whole ? taken : then) : {})
  const values = Object.fromEntries(texts.map(([name, text]) => [name, fieldText(instrument.variable.get(name), text)]))
  return { time: timeOf(last), told: whole ? told(question, last) : '', whole, values }
}

/** A text that could be typed, as its field shows it. */
function fieldText(variable: Variable | undefined, text: string): string {
  const type = typeOf(variable?.type ?? 'text')
  const read = type.read(text)
  return read.state === 'given' ? type.field(read.value) : text
}

/** A single number has its own button. */
const isOneNumber = ({ kind }: Question) => kind === 'count' || kind === 'decimal' || kind === 'percent'

/** The options that were chosen with what they were named, or the text. */
function told({ variables }: Question, last: LastWave): string {
  const said = variables.flatMap(({ name, type, role, label, options }) => {
    if (lastValue(name, last) === undefined) return []
    return [role === 'option' ? label : lastWords({ name, type, options: options ?? [] }, last)]
  })
  return said.join(', ')
}
