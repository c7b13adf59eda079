import type { Justification } from '../../surveys/answer/justification.ts'
import type { SubmissionContent } from '../../surveys/answer/submission.ts'
import type { Db } from '../database/database.ts'
import { takesAnswers } from './frist.ts'
import { type Connection, prepared } from './prepared.ts'

/** What is submitted, and by whom. */
interface NewSubmission {
  participantId: number
  editorId: number | null
  /** The revision of the draft that was checked; of a correction by the office, that of the submission it corrects. */
  base: number
  surveyVersion: string
  surveyHash: string
  receipt: string
  content: SubmissionContent
  justifications: readonly Justification[]
  /** After the Frist: the Rückfragen that are answered with it, which must still be open. */
  queries?: readonly number[] | undefined
  /** The office corrects something that a person demanded to be corrected. */
  correction?: { accountId: number; request: number }
}

/**
 * Stores a submission, its contact data and its audit entry in one statement. It stores nothing when the draft has changed since
 * it was checked or when the Frist is over and it answers no open Rückfrage; a correction by the office needs neither, but that
 * nothing newer came in. Open Rückfragen note that something was changed in what they ask about. Where the
 * newest submission has the same content, as with the second click, only contact data may be new: they lie apart from answers, and
 * are no revision of them.
 */
const insert = prepared<
  [
    participantId: number,
    base: number,
    receipt: string,
    surveyVersion: string,
    surveyHash: string,
    answers: string,
    comments: string,
    justifications: string,
    contentHash: string,
    editorId: number | null,
    contact: string,
    accountId: number | null,
    request: number | null,
    queries: readonly number[] | null,
  ],
  { receipt: string }
>(
  'insert_submission',
  `with newest as (
     select revision, content_hash, receipt from submission where participant_id = $1 order by revision desc limit 1
   ), ready as (
     select p.id, p.wave_id from participant p join wave w on w.id = p.wave_id join draft d on d.participant_id = p.id
     where p.id = $1 and case when $13::bigint is null then d.rev = $2 and (${takesAnswers} or cardinality($14::bigint[]) = (
         select count(*) from contact.query q where q.id = any($14) and q.participant_id = $1 and q.closed_at is null))
       else $2 = (select revision from newest) end
   ), stored as (
     insert into submission
       (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications, content_hash, editor_id,
        corrected_by, request_id)
     select $1, coalesce((select revision from newest), 0) + 1, $3, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb, $9, $10, $12, $13
     from ready where $9 is distinct from (select content_hash from newest)
     on conflict do nothing
     returning receipt, revision
   ), accepted as (
     select receipt, wave_id from stored, ready union all select receipt, wave_id from newest, ready where content_hash = $9
   ), sent as (
     select key as field, value from json_each_text($11::json)
   ), withdrawn as (
     delete from contact.respondent r using accepted
     where r.participant_id = $1 and r.field not in (select field from sent) returning r.field
   ), given as (
     insert into contact.respondent as r (participant_id, field, value) select $1, field, value from accepted, sent
     on conflict (participant_id, field) do update set value = excluded.value, saved_at = now()
       where r.value <> excluded.value
     returning field
   ), noted_contact as (
     insert into audit (action, participant_id, wave_id, account_id, detail)
     select 'contact_changed', $1, wave_id, $12, jsonb_strip_nulls(jsonb_build_object('request', $13)) from accepted
     where not exists (select from stored) and exists (select from withdrawn union all select from given)
   ), told as (
     insert into contact.query_entry (query_id, participant_id, kind, revision, editor_id)
     select q.id, $1, 'submitted', stored.revision, $10
     from stored join contact.query q on q.participant_id = $1 and q.closed_at is null and $13::bigint is null
     left join submission s on s.participant_id = $1 and s.revision = stored.revision - 1
     where exists (select from unnest(q.fields) field where ($6::jsonb || $7::jsonb) -> field is distinct from (s.answers || s.comments) -> field)
       or exists (select from unnest(q.checks) one where said_to($8::jsonb, one) is distinct from said_to(s.justifications, one))
   ), noted as (
     insert into audit (action, participant_id, wave_id, account_id, detail)
     select 'submission', $1, ready.wave_id, $12, jsonb_strip_nulls(
       jsonb_build_object('receipt', stored.receipt, 'revision', stored.revision, 'request', $13))
     from stored, ready
   )
   select receipt from accepted`,
)

/** The receipt number of what is stored now, or undefined where it could not be. */
export async function insertSubmission(on: Connection, submission: NewSubmission): Promise<string | undefined> {
  const { participantId, editorId, base, surveyVersion, surveyHash, receipt, content, justifications } = submission
  const { correction, queries = null } = submission
  const [row] = await insert(
    on,
    participantId,
    base,
    receipt,
    surveyVersion,
    surveyHash,
    JSON.stringify(content.answers),
    JSON.stringify(content.comments),
    JSON.stringify(justifications),
    content.hash,
    editorId,
    JSON.stringify(content.contact),
    correction?.accountId ?? null,
    correction?.request ?? null,
    queries,
  )
  return row?.receipt
}

export type Submission = Awaited<ReturnType<typeof submissionsOf>>[number]

/** All submissions of a participant, the newest first. */
export async function submissionsOf(db: Db, participantId: number) {
  return db
    .selectFrom('submission')
    .select([
      'receipt',
      'revision',
      'survey_version',
      'survey_hash',
      'answers',
      'comments',
      'justifications',
      'content_hash',
      'submitted_at',
      'request_id as request',
    ])
    .where('participant_id', '=', participantId)
    .orderBy('revision', 'desc')
    .execute()
}

export interface NewestSubmission {
  receipt: string
  contentHash: string
  submittedAt: Date
  /** What came with it, or was brought up to date since. */
  contact: Record<string, string>
}

/** The newest submission of a participant, if there is one. */
export async function newestSubmission(on: Connection, participantId: number): Promise<NewestSubmission | undefined> {
  return (await newest(on, participantId))[0]
}

const newest = prepared<[number], NewestSubmission>(
  'newest_submission',
  `select receipt, content_hash as "contentHash", submitted_at as "submittedAt",
     (select coalesce(json_object_agg(field, value), '{}') from contact.respondent where participant_id = $1) as contact
   from submission where participant_id = $1 order by revision desc limit 1`,
)

/** The revisions that the office made on request of a person, of some participants. */
export async function correctionsOf(db: Db, participants: readonly number[]) {
  return db
    .selectFrom('submission as s')
    .innerJoin('participant as p', 'p.id', 's.participant_id')
    .select(['p.wave_id as wave', 'p.unit', 's.revision', 's.submitted_at as at'])
    .where('s.request_id', 'is not', null)
    .where('s.participant_id', 'in', participants.length === 0 ? [0] : [...participants])
    .orderBy('s.submitted_at')
    .execute()
}
