import { standingJustifications } from '../../surveys/answer/justification.ts'
import { contentOf, type SubmissionContent } from '../../surveys/answer/submission.ts'
import { canonicalJson } from '../../surveys/definition/canonical.ts'
import type { Answered } from '../../surveys/view/view.ts'
import { newReceiptNumber } from '../domain/receipt-number.ts'
import type { Connection } from '../store/prepared.ts'
import { insertSubmission, type NewestSubmission, newestSubmission } from '../store/submissions.ts'
import type { Visit } from '../store/visit.ts'
import { type AskedPart, askedContent } from './asked-part.ts'

/** Hands in what was checked at a revision of the draft. Comes back with the receipt, or nothing where something has changed meanwhile. */
export async function handIn(
  on: Connection,
  { participantId, editorId }: Visit,
  answered: Answered,
  draftRev: number,
  asked: AskedPart | undefined,
): Promise<string | undefined> {
  const { instrument } = answered
  const { content, justifications } = toHandIn(answered, asked)
  // A receipt number that is taken already, or a colleague at the same moment: the second try finds either settled.
  for (let tries = 0; tries < 3; tries += 1) {
    const stored = await insertSubmission(on, {
      participantId,
      editorId,
      base: draftRev,
      surveyVersion: instrument.version,
      surveyHash: instrument.hash,
      receipt: newReceiptNumber(),
      content,
      justifications,
      queries: asked?.queries,
    })
    if (stored !== undefined) return stored
    const newest = await newestSubmission(on, participantId)
    if (isSame(content, newest)) return newest.receipt
  }
  return undefined
}

/** Whether the answers, with the contact data beside them, are those that were submitted last. */
export const isSubmitted = (
  answered: Answered,
  newest: NewestSubmission | undefined,
  asked?: AskedPart,
): newest is NewestSubmission => isSame(toHandIn(answered, asked).content, newest)

function toHandIn(answered: Answered, asked: AskedPart | undefined): ReturnType<typeof askedContent> {
  if (asked !== undefined) return askedContent(answered, asked)
  const { instrument, raw, cells, findings } = answered
  const justifications = standingJustifications(findings, raw, instrument)
  return { content: contentOf(instrument, cells, justifications), justifications }
}

const isSame = (
  { hash, contact }: SubmissionContent,
  newest: NewestSubmission | undefined,
): newest is NewestSubmission =>
  newest?.contentHash === hash && canonicalJson(newest.contact) === canonicalJson(contact)
