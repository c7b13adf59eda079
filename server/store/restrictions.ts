import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Extent, RestrictionGround } from '../persons/restriction.ts'

/** What is not to be used for the time being: where it stands, and why; never what it is. */
export interface Restriction {
  id: string
  at: Date
  participantId: number
  extent: Extent
  field: string | null
  ground: RestrictionGround
  request: number
  accountId: number | null
}

/** That a restriction holds no longer, of which the person was told before. */
export interface Lifting {
  id: string
  at: Date
  /** `2026-11-29`. */
  toldOn: string
  accountId: number | null
}

const known = (account: number | null) => sql`(select a.id from staff.account a where a.id = ${account}::bigint)`

/** Restricts what is not restricted yet, and says how much that was. After a restore a participant or an account may not be there. */
export async function restrict(trx: Db, all: readonly Restriction[]): Promise<number> {
  const fresh: Restriction[] = []
  for (const one of all) {
    const { rows } = await sql`select from participant p where p.id = ${one.participantId} and not exists (
      select from restriction r where r.id = ${one.id}::uuid or (r.lifted_at is null and r.participant_id = p.id
        and r.extent = ${one.extent} and r.field is not distinct from ${one.field}))`.execute(trx)
    if (rows.length > 0) fresh.push(one)
  }
  if (fresh.length === 0) return 0
  const state = await nextState(trx)
  for (const { id, at, participantId, extent, field, ground, request, accountId } of fresh)
    await sql`insert into restriction (id, at, participant_id, extent, field, ground, request_id, account_id, state)
      values (${id}::uuid, ${at}, ${participantId}, ${extent}, ${field}, ${ground}, ${request}, ${known(accountId)}, ${state})`.execute(
      trx,
    )
  return fresh.length
}

/** Lifts what is in force, and says how much that was. */
export async function lift(trx: Db, all: readonly Lifting[]): Promise<number> {
  const ids = all.map(({ id }) => id)
  const { rows } = await sql`select from restriction where id = any(${ids}::uuid[]) and lifted_at is null`.execute(trx)
  if (rows.length === 0) return 0
  const state = await nextState(trx)
  for (const { id, at, toldOn, accountId } of all)
    await sql`update restriction set lifted_state = ${state}, lifted_at = ${at}, lifted_by = ${known(accountId)}, told_on = ${toldOn}
      where id = ${id}::uuid and lifted_at is null`.execute(trx)
  return rows.length
}

async function nextState(trx: Db): Promise<number> {
  const { rows } = await sql<{ state: number }>`select next_data_state('restriction') as state`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('a state has a number')
  return row.state
}

export type KnownRestriction = Awaited<ReturnType<typeof listRestrictions>>[number]

/** The restrictions of a request, or of some participants, those in force first. */
export async function listRestrictions(db: Db, of: { request: number } | { participants: readonly number[] }) {
  const all = db
    .selectFrom('restriction as r')
    .innerJoin('participant as p', 'p.id', 'r.participant_id')
    .leftJoin('staff.account as lifter', 'lifter.id', 'r.lifted_by')
    .select(['r.id', 'r.at', 'r.participant_id as participantId', 'r.extent', 'r.field', 'r.ground'])
    .select(['r.lifted_at as liftedAt', 'r.told_on as toldOn', 'lifter.name as liftedBy'])
    .select(['p.wave_id as wave', 'p.unit'])
    .orderBy(sql`r.lifted_at is not null`)
    .orderBy('p.wave_id')
    .orderBy('p.unit')
    .orderBy('r.field')
  return 'request' in of
    ? all.where('r.request_id', '=', of.request).execute()
    : all.where(sql<boolean>`r.participant_id = any(${[...of.participants]}::bigint[])`).execute()
}
