import type { Pool } from 'pg'
import { standingJustifications } from '../../surveys/answer/justification.ts'
import { contentOf } from '../../surveys/answer/submission.ts'
import type { Answered } from '../../surveys/view/view.ts'
import { newReceiptNumber } from '../domain/receipt-number.ts'
import { insertSubmission, newestSubmission } from '../store/submissions.ts'
import type { Visit } from '../store/visit.ts'

/** Hands in what was checked at a revision of the draft. Comes back with the receipt, or nothing where something has changed meanwhile. */
export async function handIn(
  pool: Pool,
  { participantId, editorId }: Visit,
  { instrument, raw, cells, findings }: Answered,
  draftRev: number,
): Promise<string | undefined> {
  const justifications = standingJustifications(findings, raw, instrument)
  const content = contentOf(instrument, cells, justifications)
  // A receipt number that is taken already, or a colleague at the same moment: the second try finds either settled.
  for (let tries = 0; tries < 3; tries += 1) {
    const stored = await insertSubmission(pool, {
      participantId,
      editorId,
      draftRev,
      surveyVersion: instrument.version,
      surveyHash: instrument.hash,
      receipt: newReceiptNumber(),
      content,
      justifications,
    })
    if (stored !== undefined) return stored
    const newest = await newestSubmission(pool, participantId)
    if (newest?.contentHash === content.hash) return newest.receipt
  }
  return undefined
}

/** The hash that the answers would have as a submission. */
export const hashOf = ({ instrument, raw, cells, findings }: Answered): string =>
  contentOf(instrument, cells, standingJustifications(findings, raw, instrument)).hash
