import { type Cells, isFilled, type Raw, readCells } from '../../surveys/cell.ts'
import type { Instrument, Question } from '../../surveys/instrument.ts'
import { shownValue } from '../../surveys/shown.ts'
import { rawOf } from '../../surveys/submission.ts'
import type { Contact, ReceiptPage, Visitor } from '../../views/pages.ts'
import { dayAndTime } from '../domain/german-time.ts'
import type { Submission } from '../store/submissions.ts'
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
  const raw = rawOf(shown)
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
    differences: before === undefined ? [] : differences(instrument, rawOf(before), raw),
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

/** The answers to a question: numbers and texts each, of a list of options those that were ticked. */
function rowsOf(question: Question, cells: Cells, raw: Raw): ReceiptPage['answers'][number]['rows'] {
  if (question.parts.length > 0)
    return [...question.parts.flatMap((part) => rowsOf(part, cells, raw)), ...commentRow(question, raw)]
  const rows = question.variables.flatMap((variable) => {
    const { name, role, label, number, contact } = variable
    if (contact || role === 'comment' || role === 'notAvailable') return []
    if ((role === 'option' || role === 'other') && !isFilled(cells, name)) return []
    return [{ number, label, value: shownValue(cells.get(name), variable), comment: '' }]
  })
  const none = { number: question.number, label: question.title, value: shownValue(undefined, {}), comment: '' }
  const asked = question.variables.some(({ contact }) => !contact)
  return [...(rows.length === 0 && asked ? [none] : rows), ...commentRow(question, raw)]
}

function commentRow({ comment, number }: Question, raw: Raw) {
  const text = comment === undefined ? undefined : raw[comment.name]
  return text === undefined ? [] : [{ number, label: 'Kommentar', value: '', comment: text }]
}
