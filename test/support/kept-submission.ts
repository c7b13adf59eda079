import { readCells } from '../../surveys/answer/read-cells.ts'
import { contentOf } from '../../surveys/answer/submission.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'

/** A first submission as the database keeps it. */
export function keptSubmission(instrument: Instrument, typed: Readonly<Record<string, string>>, receipt: string) {
  const { answers, comments, hash } = contentOf(instrument, readCells(instrument, typed), [])
  return {
    receipt,
    revision: 1,
    survey_version: instrument.version,
    survey_hash: instrument.hash,
    answers,
    comments,
    justifications: [],
    content_hash: hash,
    request: null,
    submitted_at: new Date('2019-01-14T13:03:00Z'),
  }
}
