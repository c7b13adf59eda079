import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { pseudonymStart } from '../domain/pseudonym.ts'
import { newReceiptNumber } from '../domain/receipt-number.ts'
import { erasedText } from '../persons/places.ts'

/**
 * Which of these still have their number. Whoever was asked later than that is somebody else: after a restore a number of ours is
 * given once more.
 */
export async function stillLinked(trx: Db, ids: readonly number[], until: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from participant
    where id = any(${[...ids]}::bigint[]) and im_nummer is not null and created_at <= ${until} order by id for update`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}

/** Who is asked as a person in a wave and still has a number. */
export async function linkedIn(db: Db, wave: string): Promise<number[]> {
  const rows = await db
    .selectFrom('participant')
    .select('id')
    .where('wave_id', '=', wave)
    .where('im_nummer', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Of tables in parts the parts: there the application may delete, where a mark of the erasure permits it. */
const ofPerson = [
  'answer_page',
  'contact.parked_page',
  'session',
  'access_code',
  'answer_value',
  'contact.draft_value',
  'answer_change',
  'contact.draft_change',
  'contact.respondent',
  'contact.dispatch',
  'contact.field_note',
  'contact.figure_place',
  'contact.paper_entry',
  'contact.paper_scan',
  'contact.query_entry',
  'contact.query',
  'screening_decision',
  'letter_code',
  'contact.delegation',
  'contact.editor',
  'burden',
]

/**
 * Takes away all by which the answers of persons lead back to their numbers: what they come in with, what they typed on the way, who
 * can be asked back, what the receipt says, what was written of their corrections. Their submissions stay, under a pseudonym that means nothing. `but` is the request that
 * asks for it.
 */
export async function cutOrigins(trx: Db, ids: readonly number[], but: number | null): Promise<void> {
  const those = sql`any(${[...ids]}::bigint[])`
  for (const table of ofPerson) await sql`delete from ${sql.table(table)} where participant_id = ${those}`.execute(trx)
  for (const column of ['note', 'objection'])
    await sql`update amendment set ${sql.ref(column)} = ${erasedText}
      where participant_id = ${those} and ${sql.ref(column)} <> ''`.execute(trx)
  await sql`update draft set rev = rev + 1, saved_at = null where participant_id = ${those}`.execute(trx)
  const { rows: submissions } = await sql<{
    id: number
  }>`select id from submission where participant_id = ${those}`.execute(trx)
  await sql`update submission s set receipt = fresh.receipt
    from unnest(${submissions.map(({ id }) => id)}::bigint[], ${submissions.map(newReceiptNumber)}::text[]) fresh (id, receipt)
    where s.id = fresh.id`.execute(trx)
  await sql`update participant set im_nummer = null,
    pseudonym = ${pseudonymStart} || left(replace(gen_random_uuid()::text, '-', ''), 12) where id = ${those}`.execute(
    trx,
  )
  await forgetInProposals(trx, ids)
  await forgetInRequests(trx, ids, but)
}

/** A correction that waits for a second account, or once did, is kept with its note. */
async function forgetInProposals(trx: Db, ids: readonly number[]): Promise<void> {
  const isTheirs = sql`(one ->> 'participantId')::bigint = any(${[...ids]}::bigint[]) and one ->> 'note' <> ''`
  await sql`update staff.approval p set detail = jsonb_set(detail, '{asked,amendments}', (
      select jsonb_agg(case when ${isTheirs} then jsonb_set(one, '{note}', to_jsonb(${erasedText}::text)) else one end order by place)
      from jsonb_array_elements(detail -> 'asked' -> 'amendments') with ordinality e (one, place)))
    where act = 'amend' and exists (
      select from jsonb_array_elements(detail -> 'asked' -> 'amendments') one where ${isTheirs})`.execute(trx)
}

/**
 * A request says who it is about, and what was chosen for it says which participant that is. Of closed ones the words go, of open
 * ones what was chosen: it is chosen again.
 */
async function forgetInRequests(trx: Db, ids: readonly number[], but: number | null): Promise<void> {
  const those = sql`any(${[...ids]}::bigint[])`
  await sql`update contact.person_request r set chosen = default,
      searched = case when closed_at is null then searched else '' end,
      extension = case when closed_at is null then extension else '' end,
      outcome = case when closed_at is null then outcome else '' end,
      state = case when state = 'proposed' then 'open' else state end,
      ground = case when state = 'proposed' then '' else ground end,
      proposed_by = case when state = 'proposed' then null else proposed_by end,
      proposed_at = case when state = 'proposed' then null else proposed_at end
    where r.id is distinct from ${but}::bigint and (
      exists (select from jsonb_array_elements(r.chosen -> 'texts') t where (t ->> 'participantId')::bigint = ${those})
      or exists (select from jsonb_array_elements_text(r.chosen -> 'cut') c where c::bigint = ${those}))`.execute(trx)
}
