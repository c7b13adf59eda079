import { sql } from 'kysely'
import type { Justification, SubmissionContent } from '../../surveys/answer/submission.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Db } from '../database/database.ts'
import { newReceiptNumber } from '../domain/receipt-number.ts'

/** What a participant of the demo world has done. */
export interface Invented {
  participantId: number
  typed: Record<string, string>
  justifications: Justification[]
  /** Missing: a draft only. */
  submitted?: { content: SubmissionContent; daysAgo: number }
}

/** Stores invented drafts with the reasons given in them. */
export async function storeDrafts(trx: Db, some: readonly Invented[]): Promise<void> {
  const drafts = JSON.stringify(some.map(({ participantId, typed }) => ({ participantId, typed })))
  await sql`update draft set rev = 1, saved_at = now() where participant_id in
    (select (one ->> 'participantId')::bigint from json_array_elements(${drafts}::json) one)`.execute(trx)
  await sql`insert into draft_value (participant_id, field, value, rev)
    select (one ->> 'participantId')::bigint, t.key, t.value, 1
    from json_array_elements(${drafts}::json) one, json_each_text(one -> 'typed') t`.execute(trx)
  await sql`insert into draft_change (participant_id, field, value, rev)
    select (one ->> 'participantId')::bigint, t.key, t.value, 1
    from json_array_elements(${drafts}::json) one, json_each_text(one -> 'typed') t`.execute(trx)
  const given = some.flatMap(({ participantId, justifications }) =>
    justifications.map(({ check, values, reason, text }) => ({
      participant_id: participantId,
      check_id: check,
      values: JSON.stringify(values),
      reason,
      body: text,
      editor_id: null,
    })),
  )
  if (given.length > 0) await trx.insertInto('justification').values(given).execute()
}

/** Stores invented submissions as if they had come in some days ago. */
export async function storeSubmissions(
  trx: Db,
  { version, hash }: Instrument,
  some: readonly Invented[],
): Promise<void> {
  const rows = some.flatMap(({ participantId, justifications, submitted }) =>
    submitted === undefined
      ? []
      : [
          {
            participant_id: participantId,
            revision: 1,
            receipt: newReceiptNumber(),
            survey_version: version,
            survey_hash: hash,
            answers: JSON.stringify(submitted.content.answers),
            comments: JSON.stringify(submitted.content.comments),
            justifications: JSON.stringify(justifications),
            content_hash: submitted.content.hash,
            editor_id: null,
            submitted_at: sql<Date>`now() - make_interval(days => ${submitted.daysAgo})`,
          },
        ],
  )
  if (rows.length > 0) await trx.insertInto('submission').values(rows).execute()
}
