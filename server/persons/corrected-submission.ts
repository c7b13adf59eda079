import type { Raw } from '../../surveys/answer/cells.ts'
import { reasonField, textField } from '../../surveys/answer/draft-fields.ts'
import type { Justification } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { contentHash, contentOf, rawOf, type SubmissionContent } from '../../surveys/answer/submission.ts'
import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import { answer, type Form } from '../forms/form.ts'
import type { CurrentForm } from '../store/current-form.ts'

type Submitted = NonNullable<CurrentForm['submission']>

/** What was submitted last, text by text as its fields hold it, contact data among it. */
export function submittedTexts({ instrument }: Pick<Form, 'instrument'>, submission: Submitted, contact: Raw): Raw {
  const reasons = submission.justifications.flatMap(({ check, reason, text }) => [
    [reasonField(check), reason],
    [textField(check), text],
  ])
  return { ...rawOf(instrument, submission), ...Object.fromEntries(reasons), ...contact }
}

interface Corrected {
  content: SubmissionContent
  justifications: Justification[]
}

/** The same with some texts corrected. What follows from them follows again; all else stays as it was stored. */
export function correctedSubmission(
  form: Pick<Form, 'instrument'>,
  submission: Submitted,
  contact: Raw,
  changes: Raw,
): Corrected {
  const { instrument } = form
  const raw = submittedTexts(form, submission, contact)
  const of = (texts: Raw) => contentOf(instrument, readCells(instrument, texts), [])
  const [before, after] = [of(raw), of({ ...raw, ...changes })]
  const answers = changed(submission.answers, before.answers, after.answers)
  const comments = changed(submission.comments, before.comments, after.comments)
  const justifications = submission.justifications.map(({ check, values, reason, text }) => ({
    check,
    values,
    reason: changes[reasonField(check)] ?? reason,
    text: changes[textField(check)] ?? text,
  }))
  return {
    content: {
      answers,
      comments,
      contact: changed({ ...contact }, before.contact, after.contact),
      hash: contentHash({ answers, comments, justifications }),
    },
    justifications,
  }
}

/** The errors that a correction would bring into what was submitted. */
export function newErrors(
  form: Form,
  submission: Submitted,
  { contact, changes }: { contact: Raw; changes: Raw },
  around: Surroundings,
): string[] {
  const raw = submittedTexts(form, submission, contact)
  const errorsOf = (texts: Raw) => answer(form, texts, around).findings.filter(({ severity }) => severity === 'error')
  const known = new Set(errorsOf(raw).map(({ check }) => check))
  return errorsOf({ ...raw, ...changes })
    .filter(({ check }) => !known.has(check))
    .map(({ message }) => message)
}

/** What was stored, with what differs between two readings of it. */
function changed<Value>(
  stored: Record<string, Value>,
  before: Record<string, Value>,
  after: Record<string, Value>,
): Record<string, Value> {
  const kept = Object.entries(stored).filter(([name]) => !(name in before) || name in after)
  const fresh = Object.entries(after).filter(([name, value]) => before[name] !== value)
  return { ...Object.fromEntries(kept), ...Object.fromEntries(fresh) }
}
