import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { idleMinutes } from '../domain/session-token.ts'
import type { PostalAddress, Receiver } from '../letters/receiver.ts'
import { addressUnit, unitJoins, unitName } from './asked-unit.ts'
import { worksFor } from './scopes.ts'

interface Wanted {
  wave: string
  /** Whoever looks: an account with a scope sees what is in it. */
  accountId?: number | undefined
  /** Only those of this issue. */
  issue?: number
  /** Only this one. */
  unit?: string
}

interface Row extends Omit<Receiver, 'address'> {
  own: PostalAddress | null
  shared: PostalAddress | null
}

/** Those whom a wave asks, each with where a letter goes, whether it has a code that works, and one that waits. */
export async function listReceivers(db: Db, { wave, accountId, issue, unit }: Wanted): Promise<Receiver[]> {
  const address = (alias: string) => {
    const a = sql.id(alias)
    return sql`case when ${a}.street <> '' and ${a}.place <> '' then jsonb_build_object('unit', ${a}.unit,
      'recipient', ${a}.recipient, 'person', ${a}.person, 'street', ${a}.street, 'postcode', ${a}.postcode, 'place', ${a}.place) end`
  }
  const { rows } = await sql<Row>`
    select p.id, p.unit, ${sql.raw(unitName)} as name, left(p.im_nummer, 6) as verbund, p.frist,
      exists (select from access_code c where c.participant_id = p.id and c.revoked_at is null) as "hasCode",
      exists (select from letter_code l join letter_issue s on s.id = l.issue_id
        where l.participant_id = p.id and s.settled_at is null and l.hash is not null) as "inIssue",
      ${address('own')} as own, ${address('shared')} as shared
    from participant p
    ${sql.raw(unitJoins())}
    left join contact.address own on own.unit = ${sql.raw(addressUnit)} and own.until is null
    left join contact.address shared on shared.unit = left(p.im_nummer, 6) and shared.until is null
    where p.wave_id = ${wave} and ${sql.raw(worksFor(accountId))}
      and (${unit ?? null}::text is null or p.unit = ${unit ?? null})
      and (${issue ?? null}::bigint is null or exists (
        select from letter_code l where l.issue_id = ${issue ?? null} and l.participant_id = p.id))
    order by p.unit`.execute(db)
  return rows.map(({ own, shared, ...receiver }) => ({ ...receiver, address: own ?? shared }))
}

/** The Kreise in which a wave asks somebody, by name. */
export async function kreiseOf(db: Db, wave: string): Promise<{ kreis: string; name: string }[]> {
  const { rows } = await sql<{ kreis: string; name: string }>`
    select distinct on (k.kreis) k.kreis, k.name from kreis k
    where exists (select from participant p where p.wave_id = ${wave} and left(p.unit, 3) = k.kreis)
    order by k.kreis, k.valid_from desc`.execute(db)
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'de'))
}

/** In how many browsers somebody is logged in who gets another code by an issue. */
export async function sessionsOf(db: Db, issue: number): Promise<number> {
  const { rows } = await sql<{ sessions: number }>`
    select count(*)::integer as sessions from session s join letter_code l on l.participant_id = s.participant_id
    where l.issue_id = ${issue} and s.ended_at is null
      and now() < least(s.ends_at, s.seen_at + make_interval(mins => ${idleMinutes}))`.execute(db)
  return rows[0]?.sessions ?? 0
}
