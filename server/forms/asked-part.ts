import type { Raw } from '../../surveys/answer/cells.ts'
import { reasonField, textField, validityField } from '../../surveys/answer/draft-fields.ts'
import { type Justification, standingJustifications, validityOf } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { contentHash, contentOf, type SubmissionContent } from '../../surveys/answer/submission.ts'
import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Answered } from '../../surveys/view/view.ts'
import type { Db } from '../database/database.ts'
import { correctedSubmission, submittedTexts } from '../persons/corrected-submission.ts'
import { type CurrentForm, currentForm } from '../store/current-form.ts'
import type { Visit } from '../store/visit.ts'
import type { Form } from './form.ts'

/**
 * What of a form can still be changed when the Frist is over: what open Rückfragen are about. All else is what was submitted last,
 * and stays so.
 */
export interface AskedPart {
  queries: number[]
  /** What people can write: answers, and reasons for the signals that look at them. */
  fields: ReadonlySet<string>
  checks: ReadonlySet<string>
  submission: NonNullable<CurrentForm['submission']>
  contact: Raw
  draft: Raw
  /** The form as it would be submitted: what came in, with what was typed since in those fields. */
  texts: Record<string, string>
}

/** Nothing while all can be changed, nor where nothing was submitted that a change could be made to. */
export async function askedPart(db: Db, form: Form, visit: Visit): Promise<AskedPart | undefined> {
  if (visit.open || visit.asked.length === 0) return undefined
  const { draft, contact, submission } = await currentForm(db, visit.participantId)
  if (submission === undefined || submission.survey_version !== visit.surveyVersion) return undefined
  const checks = new Set(visit.asked.flatMap((one) => one.checks))
  const reasons = [...checks].flatMap((check) => [reasonField(check), textField(check)])
  const fields = new Set([...visit.asked.flatMap((one) => one.fields), ...reasons])
  const valid = submission.justifications.map(({ check, values }) => [validityField(check), validityOf(values)])
  const typed = [...fields, ...[...checks].map(validityField)].flatMap((field) => {
    const text = draft[field]
    return text === undefined ? [] : [[field, text]]
  })
  const texts = {
    ...submittedTexts(form, submission, contact),
    ...Object.fromEntries(valid),
    ...Object.fromEntries(typed),
  }
  return { queries: visit.asked.map(({ id }) => id), fields, checks, submission, contact, draft, texts }
}

/** Whether other answers were saved and not submitted in time: while something is asked back the form does not show them. */
export function leftUnsubmitted(
  { instrument }: Pick<Form, 'instrument'>,
  { fields, draft, submission }: AskedPart,
  around: Surroundings,
) {
  const { answers } = contentOf(instrument, readCells(instrument, draft, around), [])
  const names = new Set([...Object.keys(answers), ...Object.keys(submission.answers)])
  return [...names].some((name) => !fields.has(name) && answers[name] !== submission.answers[name])
}

/** The texts that may be written, of some. */
export const onlyAsked = (texts: Record<string, string>, { fields, checks }: AskedPart): Record<string, string> => {
  const valid = new Set([...checks].map(validityField))
  return Object.fromEntries(Object.entries(texts).filter(([field]) => fields.has(field) || valid.has(field)))
}

/** Nothing is said of what nobody can change. */
export const withoutOthers = (answered: Answered, { fields, checks }: AskedPart): Answered => ({
  ...answered,
  findings: answered.findings.filter((one) => checks.has(one.check) || one.fields.some((field) => fields.has(field))),
})

interface Content {
  content: SubmissionContent
  justifications: Justification[]
}

/** What was submitted last with what was asked about as it is now; all else stays as it was stored. */
export function askedContent(answered: Answered, asked: AskedPart): Content {
  const { submission, contact, fields, checks } = asked
  const { raw, instrument } = answered
  const isReason = new Set([...checks].flatMap((check) => [reasonField(check), textField(check)]))
  const changes = [...fields].filter((field) => !isReason.has(field)).map((field) => [field, raw[field] ?? ''])
  const { content } = correctedSubmission({ instrument }, submission, contact, Object.fromEntries(changes))
  const standing = standingJustifications(withoutOthers(answered, asked).findings, raw, instrument)
  const now = new Map(standing.map((one) => [one.check, one]))
  const before = submission.justifications
  const kept = before.flatMap((one) => (checks.has(one.check) ? (now.get(one.check) ?? []) : [one]))
  const fresh = standing.filter(({ check }) => !before.some((one) => one.check === check))
  const justifications = [...kept, ...fresh]
  const { answers, comments } = content
  return { content: { ...content, hash: contentHash({ answers, comments, justifications }) }, justifications }
}
