import { type DateForm, dateSentence } from '../reading/date-sentences.ts'
import { textType } from './texts.ts'
import type { Type } from './type.ts'

/** What days and months have in common: they are kept as a calendar sorts them, and shown as Germans write them. */
export function dateType(
  form: DateForm,
  own: Pick<Type<string>, 'keys' | 'label' | 'values' | 'sql' | 'column' | 'invent'>,
): Type<string> {
  return textType({
    longest: 200,
    read(raw) {
      const read = form.read(raw)
      return read.state === 'unreadable' ? { ...read, raw, message: dateSentence(read.problem, raw, form) } : read
    },
    kept(text) {
      const read = form.read(text)
      return read.state === 'given' ? read.value : text
    },
    field: form.format,
    shown: form.format,
    ...own,
  })
}
