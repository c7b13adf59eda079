import type { Instrument } from '../compile/instrument.ts'
import { type FileField, fileField } from '../form-file/file-field.ts'
import { plainText } from '../reading/typed-text.ts'
import { typeOf } from '../types/index.ts'

/** The fields of a form that a number can be placed in, by name. */
export type TargetFields = ReadonlyMap<string, TargetField>

export interface TargetField extends FileField {
  /** By this people name it, and no other: `F5, mit Duldung`. */
  called: string
}

/** `asked`: those that can still be changed, where not all can. */
export function targetFields({ variables }: Instrument, asked?: ReadonlySet<string>): TargetFields {
  const fields = variables.flatMap((variable) => {
    const { contact, name, type } = variable
    if (contact || typeOf(type).measure !== 'number' || (asked !== undefined && !asked.has(name))) return []
    const field = fileField(variable, undefined)
    return field === undefined || field.options.length > 0 || field.tick !== undefined ? [] : [field]
  })
  const plainly = ({ variable: { number, label } }: FileField) => `${number}, ${label}`
  const times = (words: string) => fields.filter((one) => plainly(one) === words).length
  return new Map(
    fields.map((field) => {
      const words = plainly(field)
      return [
        field.variable.name,
        { ...field, called: times(words) === 1 ? words : `${words} (${field.variable.name})` },
      ]
    }),
  )
}

/** Which field somebody means: by what it is called, by its name, or by its question where that asks for one number. */
export function meantField(fields: TargetFields, text: string): TargetField | undefined {
  const said = plain(text)
  const all = [...fields.values()]
  const by = [
    ({ called }: TargetField) => plain(called) === said,
    ({ variable: { name } }: TargetField) => name === said,
    ({ variable: { number } }: TargetField) => plain(number) === said,
    ({ variable: { label } }: TargetField) => plain(label) === said,
  ]
  return by.map((is) => all.filter(is)).find((some) => some.length === 1)?.[0]
}

const plain = (text: string) => plainText(text).toLowerCase()
