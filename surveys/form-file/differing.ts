import { typeOf } from '../types/index.ts'
import type { FileField } from './file-field.ts'
import { readField } from './read-field.ts'

type Texts = Readonly<Record<string, string>>

/** The fields that two people read differently from the same paper. Two spellings of the same value are no difference. */
export const differing = (fields: readonly FileField[], one: Texts, other: Texts): FileField[] =>
  fields.filter((field) => meant(field, one) !== meant(field, other))

/** What a text stands for; what cannot be read stands for itself. */
function meant(field: FileField, texts: Texts): string {
  const text = (texts[field.variable.name] ?? '').trim()
  const read = readField(field, { text })
  if ('blank' in read || (field.tick !== undefined && 'text' in read && read.text === '')) return ''
  if ('fault' in read) return `? ${text}`
  if (field.tick !== undefined || field.options.length > 0) return read.text
  const { flag, unknown = '', type } = field.variable
  const answer = typeOf(type).read(read.text, { box: flag !== undefined, field: unknown })
  return answer.state === 'given' ? JSON.stringify(answer.value) : read.text.replaceAll(/\s+/g, ' ')
}
