import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { unitKreis } from './asked-unit.ts'
import { dropComputations } from './computations.ts'
import { noteStaff } from './staff-audit.ts'

/** A part of the units: a Kreis, or one by its key, that of its Verbund or its number. */
export interface ScopePart {
  kind: 'kreis' | 'unit'
  key: string
}

/**
 * The condition that the participant `p` of a query is one that an account works for. It is said here and nowhere else, as text,
 * since files are written by queries that are text. An account without a line works for all; so does whoever is no account.
 */
export function worksFor(account: number | undefined): string {
  if (account === undefined) return 'true'
  const own = `account_id = ${Math.trunc(account)}`
  return `(not exists (select from staff.scope where ${own}) or exists (
    select from staff.scope part
    where part.${own} and case part.kind when 'kreis' then part.key = ${unitKreis}
      else part.key = p.unit or part.key = left(p.im_nummer, 6) end))`
}

/** The participants of a wave that an account works for: their numbers by their units. */
export async function participantIds(
  db: Db,
  wave: string,
  account: number | undefined,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ unit: string; id: number }>`
    select p.unit, p.id from participant p where p.wave_id = ${wave} and ${sql.raw(worksFor(account))} order by p.unit`.execute(
    db,
  )
  return new Map(rows.map(({ unit, id }) => [unit, id]))
}

export async function scopeOf(db: Db, account: number): Promise<ScopePart[]> {
  return db
    .selectFrom('staff.scope')
    .select(['kind', 'key'])
    .where('account_id', '=', account)
    .orderBy('kind')
    .orderBy('key')
    .execute()
}

/** Says anew for which units an account works. None: for all. */
export async function setScope(
  db: Db,
  { account, parts, by }: { account: number; parts: readonly ScopePart[]; by?: number | undefined },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('staff.scope').where('account_id', '=', account).execute()
    await addScope(trx, account, parts)
    await dropComputations(trx)
    await noteStaff(trx, { action: 'scope_set', accountId: by, detail: { account, parts: parts.length } })
  })
}

export async function addScope(db: Db, account: number, parts: readonly ScopePart[]): Promise<void> {
  if (parts.length === 0) return
  await db
    .insertInto('staff.scope')
    .values(parts.map(({ kind, key }) => ({ account_id: account, kind, key })))
    .execute()
}

/** What of some keys stands in no register. */
export async function unknownParts(db: Db, parts: readonly ScopePart[]): Promise<ScopePart[]> {
  const { rows } = await sql<ScopePart>`
    select kind, key from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as given(kind text, key text)
    where not case kind when 'kreis' then exists (select from kreis where kreis = key)
      else exists (select from gemeinde where gkz = key) or exists (select from verbund where verbund = key)
        or exists (select from im_nummer where im_nummer = key)
        or exists (select from empfaenger where empfaenger = key) end`.execute(db)
  return rows
}
