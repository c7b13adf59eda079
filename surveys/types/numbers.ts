import { meantNumbers } from '../reading/meant-numbers.ts'
import { nothingOffered } from '../reading/not-known.ts'
import { decimals, formatNumber, type NumberForm, readNumber, typedNumber } from '../reading/number.ts'
import { numberSentence } from '../reading/number-sentences.ts'
import { takingOver } from '../reading/suggestion.ts'
import type { Type } from './type.ts'

/** What numbers have in common. */
export function numberType(
  form: NumberForm,
  own: Pick<Type<number>, 'label' | 'values'> & { invented: (share: number) => number },
): Type<number> {
  // Where decimals are possible, a dot between the thousands could be read as one of them.
  const field = form.whole ? formatNumber : typedNumber
  return {
    measure: 'number',
    read(raw, offered = nothingOffered) {
      const read = readNumber(form, raw)
      if (read.state !== 'unreadable') return read
      const meant = meantNumbers(read.problem)
        .map(field)
        .filter((text) => readNumber(form, text).state === 'given')
      return { ...read, raw, message: numberSentence(read.problem, raw, offered), suggestions: meant.map(takingOver) }
    },
    kept(text) {
      const read = readNumber(form, text)
      return read.state === 'given' ? typedNumber(read.value) : text
    },
    sends: () => true,
    longest: 200,
    repeats: true,
    keys: form.whole ? 'numeric' : 'decimal',
    field,
    shown: formatNumber,
    unit: form.percent ? '%' : '',
    label: own.label,
    values: own.values,
    sql: 'numeric',
    column: form.whole ? { type: 'integer' } : { type: 'decimal', decimals },
    invent: (next) => typedNumber(own.invented(next())),
  }
}
