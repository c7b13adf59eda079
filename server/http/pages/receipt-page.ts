import { type Cells, isFilled, type Raw, readCells } from '../../../surveys/answer/cell.ts'
import { rawOf } from '../../../surveys/answer/submission.ts'
import type { Instrument, Question, Variable } from '../../../surveys/compile/instrument.ts'
import { noAnswer, shownValue } from '../../../surveys/view/shown.ts'
import type { Contact, ReceiptPage, Visitor } from '../../../views/page-data/form-pages.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import type { Submission } from '../../store/submissions.ts'
import { type Place, receiptFileHref, receiptHref } from './addresses.ts'
import { differences } from './differences.ts'

/** The receipt of a submission: what was handed in, when, and what a correction changed. */
export function receiptPage(
  instrument: Instrument,
  submissions: readonly Submission[],
  shown: Submission,
  place: Place,
  visitor: Visitor,
  contact: Contact,
): ReceiptPage {
  const raw = rawOf(instrument, shown)
  const cells = readCells(instrument, raw)
  const earlier = submissions.filter(({ revision }) => revision < shown.revision)
  const before = earlier[0]
  return {
    number: shown.receipt,
    submittedAt: dayAndTime(shown.submitted_at),
    revision: shown.revision,
    stichtag: visitor.stichtag,
    unit: visitor.unit,
    waveTitle: visitor.waveTitle,
    surveyVersion: shown.survey_version,
    surveyHash: shown.survey_hash,
    answersHash: shown.content_hash,
    synthetic: visitor.synthetic,
    saveHref: receiptFileHref(place, shown.receipt),
    differences: before === undefined ? [] : differences(instrument, rawOf(instrument, before), raw),
    answers: instrument.sections.map(({ title, questions }) => ({
      title,
      rows: questions.flatMap((question) => rowsOf(question, cells, raw)),
    })),
    justifications: shown.justifications.map(({ check, reason, text }) => {
      const ids = instrument.checks.find(({ id }) => id === check)?.questions ?? []
      const numbers = ids.map((id) => instrument.questions.get(id)?.number ?? '')
      const label = instrument.reasons.find(({ code }) => code === reason)?.label ?? reason
      return { numbers: [...new Set(numbers)].join(', '), reason: label, text }
    }),
    earlier: earlier.map(({ receipt, submitted_at }) => ({
      href: receiptHref(place, receipt),
      number: receipt,
      submittedAt: dayAndTime(submitted_at),
    })),
    open: visitor.open,
    contact,
  }
}

type Row = ReceiptPage['answers'][number]['rows'][number]

/** Each answer stands with its question: under the title, or in the same row where there is only one. */
function rowsOf(question: Question, cells: Cells, raw: Raw): Row[] {
  const { number, title, parts } = question
  const own =
    parts.length > 0
      ? [{ number, label: title, value: '', comment: '' }, ...parts.flatMap((part) => rowsOf(part, cells, raw))]
      : ownRows(question, cells)
  return [...own, ...commentRow(question, raw)]
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

function commentRow({ comment, number }: Question, raw: Raw): Row[] {
  const text = comment === undefined ? undefined : raw[comment.name]
  return text === undefined ? [] : [{ number, label: 'Kommentar', value: '', comment: text }]
}
