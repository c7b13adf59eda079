import type { FileField } from '../../../../surveys/form-file/file-field.ts'
import { ticked } from '../../../../surveys/form-file/file-field.ts'
import { type FormSheet, withAsked } from '../../../../surveys/form-file/form-lines.ts'
import { typeOf } from '../../../../surveys/types/index.ts'
import type { PaperEntryPage, PaperField } from '../../../../views/page-data/paper-pages.ts'
import { clockTime } from '../../../domain/german-time.ts'
import type { OpenPaper } from '../../../returned-paper/open-paper.ts'
import { paperEntryHref } from './addresses.ts'
import { onePaper } from './paper-page.ts'

type Errors = PaperEntryPage['errors']

interface Said {
  turn: number
  typed: Readonly<Record<string, string>>
  savedAt?: Date | undefined
  errors?: Errors
}

/** All that can be typed from a paper, blank or as its own typist left it. */
export function paperEntryPage({ atWork, sheets }: OpenPaper, said: Said): PaperEntryPage {
  const { turn, typed, savedAt, errors = [] } = said
  const { wave, unit } = atWork.visit
  return {
    ...onePaper(atWork),
    entryHref: paperEntryHref(wave, unit),
    turn,
    keptAt: savedAt === undefined ? '' : clockTime(savedAt),
    sections: sheets.map((sheet) => ({ title: sheet.title, questions: questionsOf(sheet, typed, errors) })),
    errors,
    mayKeepUnread: errors.length > 0,
  }
}

type Question = PaperEntryPage['sections'][number]['questions'][number]

/** A question with parts is a heading for them. */
function questionsOf({ lines }: FormSheet, typed: Said['typed'], errors: Errors): Question[] {
  const questions: Question[] = []
  for (const line of lines) {
    if (line.kind === 'question')
      questions.push({ number: line.number, title: withAsked(line.title, line.asked), fields: [] })
    else if (line.kind === 'field') questions.at(-1)?.fields.push(paperField(line, typed, errors))
  }
  return questions
}

function paperField(field: FileField & { asked: string }, typed: Said['typed'], errors: Errors): PaperField {
  const { name, label, type } = field.variable
  const value = typed[name] ?? ''
  return {
    name,
    label: withAsked(label, field.asked),
    kind: kindOf(field),
    keys: typeOf(type).keys,
    value: field.tick === undefined ? value : value === '' ? '' : ticked,
    options: field.options.map(({ code, text }, place) => ({
      value: code,
      label: `${place + 1} ${text}`,
      selected: code === value,
    })),
    error: errors.find((one) => one.field === name)?.message ?? '',
  }
}

function kindOf({ tick, options, variable: { type } }: FileField): PaperField['kind'] {
  if (tick !== undefined) return 'tick'
  if (options.length > 0) return 'choice'
  const { measure, longest } = typeOf(type)
  if (measure === 'number') return 'number'
  return longest > 1_000 ? 'long' : 'text'
}
