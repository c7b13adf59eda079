import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'
import { noteStaff } from './staff-audit.ts'

export interface NewExtension {
  wave: string
  /** The new last day. */
  frist: string
  /** Why. */
  reason: string
  by?: number | undefined
}

async function addExtension(
  trx: Db,
  { wave, frist, reason, by }: NewExtension,
  former: string | null,
  whose: readonly number[],
) {
  const one = whose.length === 1 ? { participant: whose[0] } : {}
  const detail = { frist, ...(former === null ? { count: whose.length, ...one } : { former }) }
  const audit = await noteStaff(trx, { action: 'frist_extended', accountId: by, wave, detail, said: reason })
  const { id } = await trx
    .insertInto('staff.extension')
    .values({ wave_id: wave, everybody: former !== null, frist, former, audit_id: audit })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives some participants of a wave a last day of their own; comes back with the number of the extension. */
export async function extendSome(trx: Db, extension: NewExtension, participants: readonly number[]): Promise<number> {
  const id = await addExtension(trx, extension, null, participants)
  const whose = [...participants]
  await sql`insert into staff.extension_of (extension_id, participant_id, former)
    select ${id}, p.id, p.frist from participant p where p.id = any(${whose}::bigint[])`.execute(trx)
  await sql`update participant set frist = ${extension.frist} where id = any(${whose}::bigint[])`.execute(trx)
  return id
}

/** Moves the last day of a wave. Who had one of its own that is no later has none any more. Comes back with its number. */
export async function extendAll(trx: Db, extension: NewExtension): Promise<number> {
  const { wave, frist } = extension
  const { frist: former } = await trx
    .selectFrom('wave')
    .select('frist')
    .where('id', '=', wave)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const id = await addExtension(trx, extension, former, [])
  await sql`insert into staff.extension_of (extension_id, participant_id, former)
    select ${id}, p.id, p.frist from participant p where p.wave_id = ${wave} and p.frist <= ${frist}`.execute(trx)
  await sql`update participant set frist = null where wave_id = ${wave} and frist <= ${frist}`.execute(trx)
  await trx.updateTable('wave').set({ frist }).where('id', '=', wave).execute()
  return id
}

export interface Extension {
  id: number
  everybody: boolean
  frist: string
  former: string | null
  at: Date
  by: string | null
  reason: string | null
  undoneAt: Date | null
  /** Whom it concerned, and the days that came before for each. */
  /** Others than those are concerned whom whoever looks does not work for. */
  concernsOthers: boolean
  units: { participantId: number; unit: string; former: string | null; now: string | null }[]
}

/** The extensions of a wave, the newest first, with the units of each that an account works for. */
export async function listExtensions(
  db: Db,
  wave: string,
  { id, account }: { id?: number; account?: number | undefined } = {},
): Promise<Extension[]> {
  const own = sql.raw(worksFor(account))
  const { rows } = await sql<Extension>`
    select e.id, e.everybody, e.frist, e.former, e.at, a.name as by, s.said as reason, e.undone_at as "undoneAt",
      coalesce((select jsonb_agg(jsonb_build_object(
          'participantId', p.id, 'unit', p.unit, 'former', o.former, 'now', p.frist) order by p.unit)
        from staff.extension_of o join participant p on p.id = o.participant_id where o.extension_id = e.id and ${own}), '[]') as units,
      exists (select from staff.scope where account_id = ${account ?? null}) and (e.everybody or exists (
        select from staff.extension_of o join participant p on p.id = o.participant_id
        where o.extension_id = e.id and not ${own})) as "concernsOthers"
    from staff.extension e
    left join audit u on u.id = e.audit_id
    left join staff.account a on a.id = u.account_id
    left join audit_aside s on s.audit_id = u.id
    where e.wave_id = ${wave} and (${id ?? null}::bigint is null or e.id = ${id ?? null})
      and (e.everybody or exists (select from staff.extension_of o join participant p on p.id = o.participant_id
        where o.extension_id = e.id and ${own}))
    order by e.id desc`.execute(db)
  return rows
}

/** Gives back what an extension took: to each the day that it had before, where nobody has moved it since. */
export async function undoExtension(
  trx: Db,
  { wave, id, everybody, frist, former }: Pick<Extension, 'id' | 'everybody' | 'frist' | 'former'> & { wave: string },
  by?: number,
): Promise<void> {
  await sql`update staff.extension set undone_at = now() where id = ${id}`.execute(trx)
  const since = everybody ? sql`p.frist is null` : sql`p.frist = ${frist}`
  await sql`update participant p set frist = o.former from staff.extension_of o
    where o.extension_id = ${id} and p.id = o.participant_id and ${since}`.execute(trx)
  if (former !== null) await trx.updateTable('wave').set({ frist: former }).where('id', '=', wave).execute()
  await noteStaff(trx, { action: 'frist_given_back', accountId: by, wave, detail: { frist, former } })
}

/** The extensions that concern one participant, the newest first. */
export async function extensionsOf(
  db: Db,
  participantId: number,
): Promise<Pick<Extension, 'everybody' | 'frist' | 'at' | 'by' | 'reason' | 'undoneAt'>[]> {
  const { rows } = await sql<Pick<Extension, 'everybody' | 'frist' | 'at' | 'by' | 'reason' | 'undoneAt'>>`
    select e.everybody, e.frist, e.at, a.name as by, s.said as reason, e.undone_at as "undoneAt"
    from staff.extension e
    join participant p on p.wave_id = e.wave_id and p.id = ${participantId}
    left join staff.extension_of o on o.extension_id = e.id and o.participant_id = p.id
    left join audit u on u.id = e.audit_id
    left join staff.account a on a.id = u.account_id
    left join audit_aside s on s.audit_id = u.id
    where e.everybody or o.participant_id is not null
    order by e.id desc`.execute(db)
  return rows
}

/** How the last day of a participant was last moved, as far as it still holds. */
export async function extensionFor(
  db: Db,
  participantId: number,
): Promise<{ former: string; frist: string } | undefined> {
  const { rows } = await sql<{ former: string; frist: string }>`
    select coalesce(case when e.everybody then e.former else o.former end, w.frist) as former, e.frist
    from participant p join wave w on w.id = p.wave_id
    join staff.extension e on e.wave_id = w.id and e.undone_at is null and e.frist = coalesce(p.frist, w.frist)
    left join staff.extension_of o on o.extension_id = e.id and o.participant_id = p.id
    where p.id = ${participantId} and (e.everybody or o.participant_id is not null)
    order by e.id desc limit 1`.execute(db)
  return rows[0]
}
