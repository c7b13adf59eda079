import { readCells } from '../../../surveys/answer/read-cells.ts'
import { rawOf } from '../../../surveys/answer/submission.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { ReceiptPage, Visitor } from '../../../views/page-data/form-pages.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import type { Submission } from '../../store/submissions.ts'
import { type Place, receiptFileHref, receiptHref } from './addresses.ts'
import { answerRows } from './answer-rows.ts'
import { questionNumbers } from './check-words.ts'
import { overWords } from './closed-words.ts'
import { correctedWords } from './corrected-words.ts'
import { differences } from './differences.ts'

/** The receipt of a submission: what was handed in, when, and what a correction changed. */
export function receiptPage(
  instrument: Instrument,
  submissions: readonly Submission[],
  shown: Submission,
  visit: Place & Parameters<typeof overWords>[0],
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
    corrected: correctedWords(shown),
    onPaper: false,
    stichtag: visitor.stichtag,
    unit: visitor.unit,
    waveTitle: visitor.waveTitle,
    surveyVersion: shown.survey_version,
    surveyHash: shown.survey_hash,
    answersHash: shown.content_hash,
    synthetic: visitor.synthetic,
    amended: null,
    saveHref: receiptFileHref(visit, shown.receipt),
    differences: before === undefined ? [] : differences(instrument, rawOf(instrument, before), raw),
    answers: answerRows(instrument, cells, raw),
    justifications: shown.justifications.map(({ check, reason, text }) => {
      const about = instrument.checks.find(({ id }) => id === check)
      const label = instrument.reasons.find(({ code }) => code === reason)?.label ?? reason
      return { numbers: about === undefined ? '' : questionNumbers(about, instrument), reason: label, text }
    }),
    earlier: earlier.map(({ receipt, submitted_at }) => ({
      href: receiptHref(visit, receipt),
      number: receipt,
      submittedAt: dayAndTime(submitted_at),
    })),
    open: visitor.open,
    over: overWords(visit),
    burden: null,
    contact,
  }
}
