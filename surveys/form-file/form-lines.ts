import { readCell } from '../answer/read-cells.ts'
import type { Question, Section, ShownSum } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import { onlyIf } from '../view/asked-view.ts'
import { lastWords } from '../view/last-answer.ts'
import type { Answered } from '../view/view.ts'
import { type FileField, fileField, ticked } from './file-field.ts'

/** A line of a form's file: a question, a field to fill in, or a sum of some. */
export type FormLine =
  | { kind: 'question'; number: string; title: string; help: string; asked: string }
  | ({ kind: 'field'; last: string; value: CellValue; asked: string } & FileField)
  | { kind: 'sum'; fields: readonly string[]; words: string }

/** What is in a cell beforehand. A day stays as it is kept, `2018-12-15`. */
export type CellValue = { number: number } | { day: string } | { text: string }

export interface FormSheet {
  id: string
  title: string
  lines: FormLine[]
}

/** All that a form's file holds, section by section, from the definition and from what is answered so far. */
export function formLines(answered: Answered, only?: ReadonlySet<string>): FormSheet[] {
  return answered.instrument.sections
    .map(({ id, title, questions }: Section) => ({
      id,
      title,
      lines: questions.flatMap((question) => questionLines(question, answered, only)),
    }))
    .filter(({ lines }) => lines.some(({ kind }) => kind === 'field'))
}

function questionLines(question: Question, answered: Answered, only: ReadonlySet<string> | undefined): FormLine[] {
  const { number, title, help = '', parts, variables } = question
  const ofParts = new Set(parts.flatMap((part) => part.variables.map(({ name }) => name)))
  const own = variables.flatMap((variable): FormLine[] => {
    if (ofParts.has(variable.name) || (only !== undefined && !only.has(variable.name))) return []
    const field = fileField(variable, answered.kommune)
    return field === undefined ? [] : [fieldLine(field, answered)]
  })
  const lines = [
    ...parts.flatMap((part) => questionLines(part, answered, only)),
    ...own,
    ...sumLines(answered.instrument.sums.get(question.id) ?? [], answered),
  ]
  if (!lines.some(({ kind }) => kind === 'field')) return []
  return [
    {
      kind: 'question',
      number: 'number' in question.definition ? number : '',
      title,
      help,
      asked: askedWords(question, answered),
    },
    ...lines,
  ]
}

/** `nur wenn in F3 „ja“ angegeben ist`, or ''. */
function askedWords({ asked, section }: Question, { instrument: { sections } }: Answered): string {
  const filters = [sections.find(({ id }) => id === section)?.asked, asked]
  return filters.flatMap((filter) => (filter === undefined ? [] : [onlyIf(filter)])).join(' und ')
}

/** What a file shows: a text, with when it is asked. */
export const withAsked = (text: string, asked: string): string => (asked === '' ? text : `${text} (${asked})`)

function fieldLine(field: FileField, { raw, last }: Answered): FormLine {
  const { name, type, options, asked } = field.variable
  const told = lastWords({ name, type, options: options ?? [] }, last)
  return {
    kind: 'field',
    ...field,
    last: told !== '' && field.tick !== undefined ? ticked : told,
    value: cellValue(field, raw[name] ?? ''),
    asked: asked === undefined ? '' : onlyIf(asked),
  }
}

function cellValue({ variable, options, tick }: FileField, raw: string): CellValue {
  if (raw === '') return { text: '' }
  if (tick !== undefined) return { text: raw === tick ? ticked : '' }
  if (options.length > 0) return { text: options.find(({ code }) => code === raw)?.text ?? '' }
  const read = readCell(variable, raw)
  if (read.state !== 'given') return { text: raw }
  const { value } = read
  const { column, field } = typeOf(variable.type)
  if (typeof value === 'number') return { number: value }
  if (column.type === 'day') return { day: String(value) }
  return { text: column.type === 'month' ? field(value) : raw }
}

/** Several checks may look at the same sum: it stands there once, with what each says of it. */
function sumLines(sums: readonly ShownSum[], { instrument: { variable } }: Answered): FormLine[] {
  const byFields = new Map<string, string[]>()
  for (const { check, fields, targetField, targetNumber } of sums) {
    const target =
      'value' in check.right ? String(check.right.value) : `${targetNumber}, ${variable.get(targetField)?.label ?? ''}`
    byFields.set(fields, [...(byFields.get(fields) ?? []), `${relationWords[check.relation]} ${target}`])
  }
  return [...byFields].map(([fields, words]) => ({
    kind: 'sum',
    fields: fields.split(' '),
    words: `wird berechnet; ${words.join('; ')}`,
  }))
}

const relationWords = { equal: 'soll ergeben:', atMost: 'höchstens:', atLeast: 'mindestens:' } as const
