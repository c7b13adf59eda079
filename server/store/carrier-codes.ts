import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { idleMinutes, longestHours } from '../domain/session-token.ts'
import { lastDay, letsIn, takesAnswers } from './frist.ts'
import type { PresentCode } from './new-code.ts'
import { answersFor } from './responsibility.ts'
import { participantIds } from './scopes.ts'
import { noteStaff } from './staff-audit.ts'

/** Who answers for several Kommunen of a wave. */
export interface Carrier {
  wave: string
  /** The Antragsverbund, which may be a Landkreis. */
  verbund: string
}

/** Whom a code lets in: once its wave was opened, unless the code was replaced. */
export async function findCarrier(db: Db, hash: Buffer): Promise<{ codeId: number } | undefined> {
  return db
    .selectFrom('carrier_code as c')
    .innerJoin('wave as w', 'w.id', 'c.wave_id')
    .select('c.id as codeId')
    .where('c.hash', '=', hash)
    .where('c.revoked_at', 'is', null)
    .where(sql<boolean>`${sql.raw(letsIn)}`)
    .executeTakeFirst()
}

export async function startCarrierSession(db: Db, tokenHash: Buffer, codeId: number): Promise<void> {
  await sql`insert into carrier_session (token_hash, code_id, ends_at)
    values (${tokenHash}, ${codeId}, now() + make_interval(hours => ${longestHours}))
    on conflict (token_hash, code_id) do update set seen_at = now(), ended_at = null`.execute(db)
}

/** For whom somebody is logged in as a carrier. */
export async function carriersOf(db: Db, tokenHash: Buffer): Promise<Carrier[]> {
  const { rows } = await sql<Carrier>`
    select c.wave_id as wave, c.verbund from carrier_session s
    join carrier_code c on c.id = s.code_id
    join wave w on w.id = c.wave_id and ${sql.raw(letsIn)}
    where s.token_hash = ${tokenHash} and s.ended_at is null and c.revoked_at is null
      and now() < least(s.ends_at, s.seen_at + make_interval(mins => ${idleMinutes}))
    order by c.wave_id, c.verbund`.execute(db)
  return rows
}

/** A Kommune for which another one answers, and how far its form is. */
export interface CarriedUnit {
  participantId: number
  unit: string
  rev: number
  receipt: string | null
  frist: string
  /** Answers are taken. */
  open: boolean
  closed: boolean
  daysLeft: number
}

/** The Kommunen of a wave for which a carrier answers, as the register says now. Of persons nobody opens the forms but themselves. */
export async function carriedUnits(db: Db, { wave, verbund }: Carrier): Promise<CarriedUnit[]> {
  const own = (await answersFor(db, wave)).flatMap(({ by, unit }) => (by === verbund ? [unit] : []))
  const { rows } = await sql<CarriedUnit>`
    select p.id as "participantId", p.unit, d.rev, ${sql.raw(lastDay)} as frist, ${sql.raw(takesAnswers)} as open,
      w.state = 'closed' as closed, ${sql.raw(lastDay)} - (now() at time zone 'Europe/Berlin')::date as "daysLeft",
      (select s.receipt from submission s where s.participant_id = p.id order by s.revision desc limit 1) as receipt
    from participant p join wave w on w.id = p.wave_id join draft d on d.participant_id = p.id
    where p.wave_id = ${wave} and p.gkz is not null and p.unit = any(${own}) order by p.unit`.execute(db)
  return rows
}

/** Somebody who answers for others, as the office sees it. */
export interface KnownCarrier {
  verbund: string
  name: string
  units: { unit: string; name: string }[]
  /** Since when it has a code that works. */
  since: Date | null
}

/** Who answers for several Kommunen of a wave or for another one, by name: those alone for all of whose Kommunen an account works. */
export async function carriersIn(db: Db, wave: string, account: number | undefined): Promise<KnownCarrier[]> {
  const [all, own, codes] = await Promise.all([
    answersFor(db, wave),
    participantIds(db, wave, account),
    db
      .selectFrom('carrier_code')
      .select(['verbund', 'created_at'])
      .where('wave_id', '=', wave)
      .where('revoked_at', 'is', null)
      .execute(),
  ])
  const since = new Map(codes.map((one) => [one.verbund, one.created_at]))
  const kommunen = all.filter(({ isKommune }) => isKommune)
  const carriers = new Set(kommunen.flatMap(({ by, unit }) => (by === unit ? [] : [by])))
  return [...carriers]
    .map((verbund): KnownCarrier => {
      const units = kommunen.filter(({ by }) => by === verbund)
      return { verbund, name: units[0]?.byName ?? verbund, units, since: since.get(verbund) ?? null }
    })
    .filter(({ units }) => units.every(({ unit }) => own.has(unit)))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'))
}

export async function presentCarrierCode(db: Db, { wave, verbund }: Carrier): Promise<PresentCode> {
  const { rows } = await sql<PresentCode>`
    select count(*)::integer as codes, min(created_at) filter (where revoked_at is null) as since,
      (select count(*)::integer from carrier_session s join carrier_code o on o.id = s.code_id
        where o.wave_id = ${wave} and o.verbund = ${verbund} and s.ended_at is null
          and now() < least(s.ends_at, s.seen_at + make_interval(mins => ${idleMinutes}))) as sessions
    from carrier_code where wave_id = ${wave} and verbund = ${verbund}`.execute(db)
  return rows[0] ?? { codes: 0, since: null, sessions: 0 }
}

interface Replacing extends Carrier {
  hash: Buffer
  /** What was seen before; undefined: whatever there is. */
  codes: number | undefined
  accountId?: number | undefined
}

/** Lets a new code work, and ends the former one with all that it opened. False where somebody else replaced it meanwhile. */
export async function replaceCarrierCode(db: Db, { hash, codes, accountId, ...carrier }: Replacing): Promise<boolean> {
  const { wave, verbund } = carrier
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`carrier ${wave} ${verbund}`}))`.execute(trx)
    if (codes !== undefined && (await presentCarrierCode(trx, carrier)).codes !== codes) return false
    await sql`with former as (
        update carrier_code set revoked_at = now()
        where wave_id = ${wave} and verbund = ${verbund} and revoked_at is null returning id
      ), ended as (
        update carrier_session set ended_at = now()
        where code_id in (select id from former) and ended_at is null returning token_hash
      )
      update session set ended_at = now()
      where token_hash in (select token_hash from ended) and ended_at is null`.execute(trx)
    await trx.insertInto('carrier_code').values({ wave_id: wave, verbund, hash }).execute()
    await noteStaff(trx, { action: 'carrier_code_replaced', accountId, wave, detail: { verbund } })
    return true
  })
}
