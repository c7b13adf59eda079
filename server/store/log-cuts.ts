import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Anchor } from '../domain/log-chain.ts'

/** How many days an entry of the log is kept; null: without limit. */
export async function logDays(db: Db): Promise<number | null> {
  const { days } = await db
    .selectFrom('site_retention')
    .select('days')
    .where('kind', '=', 'log')
    .executeTakeFirstOrThrow()
  return days
}

export async function setLogDays(db: Db, days: number | null): Promise<void> {
  await db.updateTable('site_retention').set({ days }).where('kind', '=', 'log').execute()
}

/** Up to where the log was deleted because its time was over: the chain goes on after that seal. */
export interface LogCut extends Anchor {
  /** When the newest of what went had been written. */
  until: Date
  at: Date
  /** How much went in all cuts together: as much as there were numbers. */
  entries: number
}

export async function lastCut(db: Db): Promise<LogCut | undefined> {
  const { rows } = await sql<LogCut>`
    select number, encode(hash, 'hex') as hash, until, at, (select sum(entries)::bigint from audit_cut) as entries
    from audit_cut order by number desc limit 1`.execute(db)
  return rows[0]
}

/** The last seal before the first entry that is too young to go; undefined where nothing is old enough. */
export async function dueSeal(db: Db): Promise<number | undefined> {
  const days = await logDays(db)
  if (days === null) return undefined
  const { rows } = await sql<{ number: number | null }>`
    select coalesce(
      (select s.number - 1 from audit_seal s join audit a on a.id = s.audit_id
        where a.at > now() - make_interval(days => ${days}) order by s.number limit 1),
      (select max(number) from audit_seal)) as number
    where exists (select from audit_seal)`.execute(db)
  const number = rows[0]?.number ?? 0
  return number > ((await lastCut(db))?.number ?? 0) ? number : undefined
}

/** Notes that the log goes up to a seal: from now on, and until the transaction ends, the database lets go of just that. */
export async function permitCut(trx: Db, number: number): Promise<void> {
  await sql`insert into audit_cut (number, hash, entries, until)
    select s.number, s.hash, s.number - coalesce((select max(number) from audit_cut), 0), (
      select max(a.at) from audit_seal o join audit a on a.id = o.audit_id where o.number <= s.number)
    from audit_seal s where s.number = ${number}`.execute(trx)
}
