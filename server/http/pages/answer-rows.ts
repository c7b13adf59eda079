import { type Cells, isClosed, isFilled, type Raw } from '../../../surveys/answer/cells.ts'
import type { Instrument, Question, Variable } from '../../../surveys/compile/instrument.ts'
import { noAnswer, notApplicable, shownValue } from '../../../surveys/view/shown.ts'
import type { AnswerRows } from '../../../views/page-data/answer-rows.ts'

/** All answers to be read one after the other, by section. */
export function answerRows({ sections }: Instrument, cells: Cells, raw: Raw): AnswerRows[] {
  return sections.map(({ title, questions }) => ({
    title,
    rows: questions.flatMap((question) => rowsOf(question, cells, raw)),
  }))
}

type Row = AnswerRows['rows'][number]

/** Each answer stands with its question: under the title, or in the same row where there is only one. */
function rowsOf(question: Question, cells: Cells, raw: Raw): Row[] {
  const { number, title, parts, variables } = question
  if (variables.every(({ name }) => isClosed(cells, name)))
    return [{ number, label: title, value: notApplicable, comment: '' }]
  const own =
    parts.length > 0
      ? [{ number, label: title, value: '', comment: '' }, ...parts.flatMap((part) => rowsOf(part, cells, raw))]
      : ownRows(question, cells)
  return [...own, ...commentRow(question, cells, raw)]
}

/** Numbers and texts each, of a list of options those that were ticked. */
function ownRows({ number, title, variables }: Question, cells: Cells): Row[] {
  const row = (label: string, value: string): Row => ({ number, label, value, comment: '' })
  const asked = variables.filter(({ role, contact }) => !contact && role !== 'comment' && role !== 'notAvailable')
  const answered = asked.filter(({ name, role }) => (role !== 'option' && role !== 'other') || isFilled(cells, name))
  const [first, ...more] = answered
  if (first === undefined) return asked.length > 0 ? [row(title, noAnswer)] : []
  const shown = (variable: Variable) => shownValue(cells.get(variable.name), variable)
  if (more.length === 0) return [row(title, first.role === 'option' ? first.label : shown(first))]
  const rows = answered.map((variable) => row(variable.label, shown(variable)))
  return first.label === title ? rows : [row(title, ''), ...rows]
}

function commentRow({ comment, number }: Question, cells: Cells, raw: Raw): Row[] {
  const text = comment === undefined || isClosed(cells, comment.name) ? undefined : raw[comment.name]
  return text === undefined ? [] : [{ number, label: 'Kommentar', value: '', comment: text }]
}
