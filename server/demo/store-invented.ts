import { type Kysely, sql } from 'kysely'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Tables } from '../database/tables.ts'
import { newReceiptNumber } from '../domain/receipt-number.ts'
import type { Invented } from './participants.ts'

const batch = 100

/** Stores invented drafts and submissions, a hundred Kommunen at a time. */
export async function storeInvented(
  db: Kysely<Tables>,
  instrument: Instrument,
  invented: readonly Invented[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (let start = 0; start < invented.length; start += batch) {
      const some = invented.slice(start, start + batch)
      await storeDrafts(trx, some)
      await storeSubmissions(trx, instrument, some)
      onProgress(Math.min(start + batch, invented.length), invented.length)
    }
  })
}

async function storeDrafts(trx: Kysely<Tables>, some: readonly Invented[]): Promise<void> {
  const drafts = JSON.stringify(some.map(({ participantId, typed }) => ({ participantId, typed })))
  await sql`update draft set rev = 1, saved_at = now() where participant_id in
    (select (one ->> 'participantId')::bigint from json_array_elements(${drafts}::json) one)`.execute(trx)
  for (const table of ['draft_value', 'draft_change']) {
    await sql`insert into ${sql.table(table)} (participant_id, field, value, rev)
      select (one ->> 'participantId')::bigint, t.key, t.value, 1
      from json_array_elements(${drafts}::json) one, json_each_text(one -> 'typed') t`.execute(trx)
  }
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

async function storeSubmissions(
  trx: Kysely<Tables>,
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
