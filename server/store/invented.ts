import { sql } from 'kysely'
import { reasonField, textField, validityField } from '../../surveys/answer/draft-fields.ts'
import { type Justification, validityOf } from '../../surveys/answer/justification.ts'
import type { SubmissionContent } from '../../surveys/answer/submission.ts'
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

/** The participants of a wave for whom nobody has typed or submitted anything. */
export async function listUntouched(db: Db, wave: string): Promise<{ id: number; unit: string }[]> {
  return db
    .selectFrom('participant')
    .innerJoin('draft', 'draft.participant_id', 'participant.id')
    .select(['participant.id', 'participant.unit'])
    .where('wave_id', '=', wave)
    .where('draft.rev', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('submission').select('id').whereRef('participant_id', '=', 'participant.id'))),
    )
    .orderBy('participant.unit')
    .execute()
}

/**
 * Stores invented drafts and submissions, all of them or none; says how many they were. The submissions come last: from the first of
 * them on, whoever asks for the newest state of the data waits for the end of the transaction.
 */
export async function storeInvented(
  db: Db,
  instrument: Instrument,
  invented: Iterable<readonly Invented[]>,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const stored: Invented[][] = []
    for (const all of invented) {
      const some = await claim(trx, all)
      await storeDrafts(trx, instrument, some)
      stored.push(some)
    }
    for (const some of stored) await storeSubmissions(trx, instrument, some)
    return stored.flat().length
  })
}

/** Only for whom still nobody has typed anything; from here on a person who does so waits for us. */
async function claim(trx: Db, some: readonly Invented[]): Promise<Invented[]> {
  const ids = some.map(({ participantId }) => participantId)
  const { rows } = await sql<{ id: number }>`update draft set rev = 1, saved_at = now()
    where rev = 0 and participant_id = any(${ids}::bigint[]) returning participant_id as id`.execute(trx)
  const claimed = new Set(rows.map(({ id }) => id))
  return some.filter(({ participantId }) => claimed.has(participantId))
}

async function storeDrafts(trx: Db, { contactFields }: Instrument, some: readonly Invented[]): Promise<void> {
  const values = some.flatMap(({ participantId, typed, justifications }) =>
    [...Object.entries(typed), ...justifications.flatMap(reasonTexts)].map(([field, value]) => ({
      participantId,
      field,
      value,
    })),
  )
  // Lists rather than JSON: the database reads them in half the time, and these are a quarter of a million.
  await sql`with kept as (
      insert into draft_value (participant_id, field, value, rev, contact)
      select participant_id, field, value, 1, field = any(${contactFields}::text[]) from unnest(
        ${values.map(({ participantId }) => participantId)}::bigint[],
        ${values.map(({ field }) => field)}::text[],
        ${values.map(({ value }) => value)}::text[]
      ) given (participant_id, field, value)
      returning participant_id, field, value, rev, contact
    )
    insert into draft_change (participant_id, field, value, rev, contact) select * from kept`.execute(trx)
}

const reasonTexts = ({ check, values, reason, text }: Justification): [field: string, value: string][] => [
  [reasonField(check), reason],
  [textField(check), text],
  [validityField(check), validityOf(values)],
]

/** Stores what some of those who have sent their answers sent once more. */
export const storeCorrections = (db: Db, instrument: Instrument, some: readonly Invented[]): Promise<void> =>
  storeSubmissions(db, instrument, some, 2)

async function storeSubmissions(
  trx: Db,
  { version, hash }: Instrument,
  some: readonly Invented[],
  revision = 1,
): Promise<void> {
  const rows = some.flatMap(({ participantId, justifications, submitted }) =>
    submitted === undefined
      ? []
      : [
          {
            participant_id: participantId,
            revision,
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
  if (rows.length === 0) return
  await trx.insertInto('submission').values(rows).execute()
  const given = some.flatMap(({ participantId, submitted }) =>
    Object.entries(submitted?.content.contact ?? {}).map(([field, value]) => ({ participantId, field, value })),
  )
  await sql`insert into contact.respondent as r (participant_id, field, value)
    select participant_id, field, value from unnest(
      ${given.map(({ participantId }) => participantId)}::bigint[],
      ${given.map(({ field }) => field)}::text[],
      ${given.map(({ value }) => value)}::text[]
    ) given (participant_id, field, value)
    on conflict (participant_id, field) do update set value = excluded.value`.execute(trx)
}
