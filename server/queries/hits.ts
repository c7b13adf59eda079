import { reasonField, textField, validityField } from '../../surveys/answer/draft-fields.ts'
import { applyChecks } from '../../surveys/answer/finding.ts'
import { givenReason, validityOf } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { rawOf } from '../../surveys/answer/submission.ts'
import type { RouteContext } from '../boot/context.ts'
import type { AskedWave } from '../field/asked-wave.ts'
import { surroundingsOf } from '../field/surroundings-of.ts'
import { newestAnswers } from '../store/newest-answers.ts'
import { wordsKey } from './words-key.ts'

/** Something in submitted answers that does not fit. */
export interface Hit {
  unit: string
  check: string
  message: string
  /** What was said to it, or ''. */
  reason: string
  /** The same for all who said it with the same words, or ''. */
  words: string
}

interface Wanted {
  /** One of them; else all. */
  check?: string
  unit?: string
  account: number | undefined
}

/** What the checks of a wave find in what was submitted last. */
export async function hitsOf(
  context: Pick<RouteContext, 'db' | 'pool' | 'forms' | 'register'>,
  { wave, form }: AskedWave,
  { check, unit, account }: Wanted,
): Promise<Hit[]> {
  const hits: Hit[] = []
  for (const submitted of await newestAnswers(context.db, { wave: wave.id, unit, account })) {
    const { surveyVersion, justifications } = submitted
    const { instrument } = await context.forms.get({ ...wave, surveyVersion })
    const checks = instrument.checks.filter(({ id }) => check === undefined || id === check)
    const said = justifications.flatMap(({ check: id, values, reason, text }) => [
      [reasonField(id), reason],
      [textField(id), text],
      [validityField(id), validityOf(values)],
    ])
    const raw = { ...rawOf(instrument, submitted), ...Object.fromEntries(said) }
    const around = await surroundingsOf(context, form, wave, submitted.unit)
    for (const finding of applyChecks(checks, { instrument, raw, cells: readCells(instrument, raw, around), around })) {
      const { state, reason, text } = givenReason(finding, raw, instrument)
      const isGiven = state === 'holds'
      const given = isGiven ? [reason?.label, text].filter(Boolean).join(': ') : ''
      const words = isGiven && text !== '' ? wordsKey(text) : ''
      hits.push({ unit: submitted.unit, check: finding.check, message: finding.message, reason: given, words })
    }
  }
  return hits
}
