import { type DateForm, dateSentence } from '../reading/date-sentences.ts'
import { nothingOffered } from '../reading/not-known.ts'
import { textType } from './texts.ts'
import type { Type } from './type.ts'

/** What days and months have in common: they are kept as a calendar sorts them, and shown as Germans write them. */
export function dateType(
  form: DateForm,
  own: Pick<Type<string>, 'keys' | 'label' | 'values' | 'sql' | 'column' | 'invent'>,
): Type<string> {
  return textType({
    longest: 200,
    read(raw, offered = nothingOffered) {
      const read = form.read(raw)
      if (read.state !== 'unreadable') return read
      return { ...read, raw, message: dateSentence(read.problem, raw, form, offered) }
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
