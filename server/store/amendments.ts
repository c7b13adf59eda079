import { sql } from 'kysely'
import type { PlannedAmendment } from '../../surveys/amending/plan-amendments.ts'
import type { Value } from '../../surveys/types/type.ts'
import type { AmendmentReason, AmendmentSource } from '../amendments/grounds.ts'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'

/** What a participant gave last, and what is used of it. */
export interface UsedAnswers {
  participantId: number
  unit: string
  revision: number
  surveyVersion: string
  collected: Record<string, number | string | true>
  answers: Record<string, number | string | true>
  comments: Record<string, string>
  /** The values that two accounts agreed to and that hold, by their fields. */
  agreed: Record<string, Value | null>
}

/** Of participants whose form may be used, by their numbers. Whoever amends holds them, so that each sees what the one before did. */
export async function usedAnswers(
  db: Db,
  participants: readonly number[],
  { hold = false }: { hold?: boolean } = {},
): Promise<ReadonlyMap<number, UsedAnswers>> {
  const those = sql`any(${[...participants]}::bigint[])`
  if (hold) {
    // What answers are held against is read beside the transaction, form by form: with many it waits longer than others may.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(db)
    await sql`select from participant where id = ${those} order by id for no key update`.execute(db)
  }
  const { rows } = await sql<UsedAnswers>`
    select distinct on (s.participant_id) s.participant_id as "participantId", p.unit, s.revision,
      s.survey_version as "surveyVersion", c.answers as collected, s.answers, s.comments, two.agreed
    from submission_in(null) s join collected_in(null) c on c.id = s.id join participant p on p.id = s.participant_id
    left join amendments_in(null) m on m.participant_id = s.participant_id
    cross join lateral (
      select coalesce(jsonb_object_agg(a.field, a.became order by a.state, a.id), '{}') as agreed
      from unnest(m.chain) a where a.agreed_by is not null and a.id = any((amended(c.answers, m.chain)).held)
    ) two
    where s.participant_id = ${those} order by s.participant_id, s.revision desc`.execute(db)
  return new Map(rows.map((row) => [row.participantId, row]))
}

/** What would be used of some participants, were some of their amendments not there. */
export async function usedWithout(
  db: Db,
  participants: readonly number[],
  amendments: readonly number[],
): Promise<ReadonlyMap<number, UsedAnswers['answers']>> {
  const { rows } = await sql<Pick<UsedAnswers, 'participantId' | 'answers'>>`
    select distinct on (c.participant_id) c.participant_id as "participantId", (amended(c.answers, left_over.chain)).answers
    from collected_in(null) c join amendments_in(null) m on m.participant_id = c.participant_id
    cross join lateral (
      select coalesce(array_agg(a order by a.state, a.id), '{}') as chain from unnest(m.chain) a
      where a.id <> all(${[...amendments]}::bigint[])
    ) left_over
    where c.participant_id = any(${[...participants]}::bigint[]) order by c.participant_id, c.revision desc`.execute(db)
  return new Map(rows.map(({ participantId, answers }) => [participantId, answers]))
}

export interface NewAmendment extends PlannedAmendment {
  participantId: number
  reason: AmendmentReason
  source: AmendmentSource
  note: string
}

/** Keeps amendments that are made together, in one state of the data. */
export async function insertAmendments(
  trx: Db,
  all: readonly NewAmendment[],
  { by, agreedBy }: { by: number | undefined; agreedBy: number | undefined },
): Promise<{ state: number; ids: number[] }> {
  const state = await nextState(trx)
  // One parameter for all of them: a statement takes some 65,000, and a file can have more rows than that leaves room for.
  const { rows } = await sql<{ id: number }>`
    insert into amendment (participant_id, field, was, became, beside, follows, reason, source, note, account_id, agreed_by, state)
    select (one ->> 'participantId')::bigint, one ->> 'field', nullif(one -> 'was', 'null'), nullif(one -> 'became', 'null'),
      one -> 'beside', one -> 'follows', one ->> 'reason', one ->> 'source', one ->> 'note', ${by ?? null}::bigint,
      ${agreedBy ?? null}::bigint, ${state}::bigint
    from jsonb_array_elements(${JSON.stringify(all)}::jsonb) with ordinality given (one, place) order by place
    returning id`.execute(trx)
  return { state, ids: rows.map(({ id }) => id) }
}

/** Takes amendments back that still hold or rest; says which they were. */
export async function undoAmendments(trx: Db, ids: readonly number[], by: number | undefined): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from amendment
    where id = any(${[...ids]}::bigint[]) and undone_state is null order by id for update`.execute(trx)
  if (rows.length === 0) return []
  const undone = rows.map(({ id }) => id)
  const state = await nextState(trx)
  await sql`update amendment set undone_state = ${state}, undone_at = now(), undone_by = ${by ?? null}
    where id = any(${undone}::bigint[])`.execute(trx)
  return undone
}

async function nextState(trx: Db): Promise<number> {
  const { rows } = await sql<{ state: number }>`select next_data_state('amendment') as state`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('a state has a number')
  return row.state
}

export interface KnownAmendment {
  id: number
  participantId: number
  unit: string
  /** Of the newest submission. */
  surveyVersion: string
  field: string
  was: Value | null
  became: Value | null
  reason: AmendmentReason
  source: AmendmentSource
  note: string
  at: Date
  /** Those that were made together have the same. */
  state: number
  by: string | null
  agreedBy: string | null
  undoneAt: Date | null
  undoneBy: string | null
  objection: string
  objectedAt: Date | null
  /** What it was made for is still what the newest submission says; else it rests. */
  holds: boolean
}

/** Whose amendments are wanted: of a wave as far as an account works for it, or of one participant. */
type Of = { wave: string; account: number | undefined } | { participantId: number }

/** Amendments, the newest first. What is restricted is not among them. */
export async function listAmendments(db: Db, of: Of): Promise<KnownAmendment[]> {
  const whose =
    'wave' in of ? sql`p.wave_id = ${of.wave} and ${sql.raw(worksFor(of.account))}` : sql`p.id = ${of.participantId}`
  const { rows } = await sql<KnownAmendment>`
    with newest as (
      select distinct on (s.participant_id) s.participant_id, p.unit, s.survey_version, s.answers
      from collected_in(null) s join participant p on p.id = s.participant_id
      where ${whose} and s.participant_id in (select participant_id from amendment)
      order by s.participant_id, s.revision desc
    ), held as materialized (
      select n.*, coalesce((amended(n.answers, m.chain)).held, '{}') as ids
      from newest n left join amendments_in(null) m on m.participant_id = n.participant_id
    )
    select a.id, a.participant_id as "participantId", h.unit, h.survey_version as "surveyVersion", a.field, a.was, a.became,
      a.reason, a.source, a.note, a.at, a.state, who.name as by, second.name as "agreedBy", a.undone_at as "undoneAt",
      undoer.name as "undoneBy", a.objection, a.objected_at as "objectedAt", a.id = any(h.ids) as holds
    from held h join amendment a on a.participant_id = h.participant_id
    left join staff.account who on who.id = a.account_id
    left join staff.account second on second.id = a.agreed_by
    left join staff.account undoer on undoer.id = a.undone_by
    order by a.state desc, a.id`.execute(db)
  return rows
}
