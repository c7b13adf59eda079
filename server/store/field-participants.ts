import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { About } from '../queries/about.ts'
import { addressUnit, unitJoins, unitKreis, unitName } from './asked-unit.ts'
import { lastDay } from './frist.ts'
import { worksFor } from './scopes.ts'

/** What the office knows of a participant, apart from its answers. */
export interface FieldFacts {
  id: number
  /** Its key, or the number of the person. */
  unit: string
  /** Its own, or that of a person's Verbund; like its Kreis '' where nothing leads back to that any more. */
  name: string
  /** The key of its Kreis. */
  kreis: string
  einwohner: number | null
  /** The Verbund that it belongs to, or ''. */
  verbund: string
  verbundName: string
  openedAt: Date | null
  standing: 'declined' | 'exempt' | null
  standingAt: Date | null
  /** Its own last day, where it is not that of the wave. */
  frist: string | null
  /** Until when it may answer. */
  lastDay: string
  /** The extension that moved its last day further away, where one did and still holds. */
  extension: number | null
  rev: number
  savedAt: Date | null
  /** How many times it has sent something else than before. */
  revisions: number
  receipt: string | null
  submittedAt: Date | null
  correctedAt: Date | null
  invitedAt: Date | null
  invitedBy: 'letter' | 'mail' | 'phone' | 'code' | null
  isUndelivered: boolean
  /** When the last letter or mail went. */
  writtenAt: Date | null
  /** It has a code that works. */
  hasCode: boolean
  /** Whom letters and mails name, and where mails go; '' where that is not known. */
  recipient: string
  person: string
  mail: string
  notes: number
  notedAt: Date | null
  /** What it is asked back and has not answered; `entry` is what was asked last. */
  queries: (About & { dueOn: string; entry: number })[]
  /** The units that the account works for, and for which the same person has logged in. */
  together: string[]
}

/** One of the participants, by its key or its number. */
export type One = { unit: string } | { id: number }

/** All participants of a wave that an account works for, or one of them, in the order of their keys. */
export async function fieldFacts(
  db: Db,
  { wave, account, one }: { wave: string; account: number | undefined; one?: One | undefined },
): Promise<FieldFacts[]> {
  const { rows } = await sql<FieldFacts>`
    select p.id, p.unit, coalesce(${sql.raw(unitName)}, '') as name, coalesce(${sql.raw(unitKreis)}, '') as kreis,
      g.population as einwohner, coalesce(v.verbund, m.verbund, '') as verbund, coalesce(v.name, o.name, '') as "verbundName",
      p.opened_at as "openedAt", p.standing, p.standing_at as "standingAt", p.frist, ${sql.raw(lastDay)} as "lastDay",
      (select e.id from staff.extension e
        left join staff.extension_of o on o.extension_id = e.id and o.participant_id = p.id
        where e.wave_id = p.wave_id and e.undone_at is null and (e.everybody or o.participant_id is not null)
          and e.frist = coalesce(p.frist, w.frist) and e.frist > coalesce(o.former, e.former, w.frist)
        order by e.id desc limit 1) as extension, d.rev, d.saved_at as "savedAt",
      coalesce(s.revisions, 0) as revisions, s.receipt, s.first_at as "submittedAt",
      case when s.revisions > 1 then s.last_at end as "correctedAt",
      coalesce(sent.first_at, code.made_at) as "invitedAt",
      coalesce(sent.way, case when code.made_at is not null then 'code' end) as "invitedBy",
      coalesce(sent.last_state in ('refused', 'returned'), false) as "isUndelivered", sent.last_at as "writtenAt",
      code.made_at is not null as "hasCode", coalesce(a.recipient, '') as recipient, coalesce(a.person, '') as person,
      coalesce(a.mail, '') as mail,
      note.notes, note.last_at as "notedAt", coalesce(back.queries, '[]') as queries, coalesce(shared.units, '{}') as together
    from participant p
    join wave w on w.id = p.wave_id
    join draft d on d.participant_id = p.id
    ${sql.raw(unitJoins())}
    left join verbund_mitglied m on m.gkz = p.gkz and m.valid_to is null
    left join verbund o on o.verbund = m.verbund
    left join (
      select participant_id, count(*)::integer as revisions, min(submitted_at) as first_at, max(submitted_at) as last_at,
        (array_agg(receipt order by revision desc))[1] as receipt
      from submission group by participant_id
    ) s on s.participant_id = p.id
    left join (
      select participant_id, min(at) as first_at, max(at) as last_at,
        (array_agg(way order by at, id))[1] as way, (array_agg(state order by at desc, id desc))[1] as last_state
      from (select *, coalesce(sent_at, created_at) as at from contact.dispatch) gone
      where state in ('sent', 'refused', 'returned', 'uncertain') group by participant_id
    ) sent on sent.participant_id = p.id
    left join (
      select participant_id, min(created_at) as made_at from access_code where revoked_at is null group by participant_id
    ) code on code.participant_id = p.id
    left join contact.address a on a.unit = ${sql.raw(addressUnit)} and a.until is null
    cross join lateral (
      select count(*)::integer as notes, max(at) as last_at
      from contact.field_note where participant_id = p.id and not unfinished
    ) note
    left join lateral (
      select json_agg(json_build_object('kind', q.about_kind, 'name', q.about, 'dueOn', q.due_on, 'entry', e.id)
        order by q.due_on, q.id) as queries
      from contact.query q
      join lateral (select id, kind from contact.query_entry where query_id = q.id order by id desc limit 1) e on e.kind = 'asked'
      where q.participant_id = p.id and q.closed_at is null
    ) back on true
    left join lateral (
      select array_agg(distinct unit order by unit) filter (where unit is not null) as units
      from (select (select p.unit from participant p
          where p.id = beside.participant_id and p.wave_id = ${wave} and ${sql.raw(worksFor(account))}) as unit
        from session own
        join session beside on beside.token_hash = own.token_hash and beside.participant_id <> own.participant_id
        where own.participant_id = p.id) one
    ) shared on true
    where p.wave_id = ${wave} and ${which(one)} and ${sql.raw(worksFor(account))}
    order by p.unit`.execute(db)
  return rows
}

/** The condition that the participant `p` of a query is that one. */
export const which = (one: One | undefined) =>
  one === undefined ? sql`true` : 'id' in one ? sql`p.id = ${one.id}` : sql`p.unit = ${one.unit}`

/** The texts of some drafts, by participant. */
export async function draftTexts(db: Db, ids: readonly number[]): Promise<Map<number, Record<string, string>>> {
  const { rows } = await sql<{ id: number; typed: Record<string, string> }>`
    select participant_id as id, json_object_agg(field, value) as typed
    from draft_value where participant_id = any(${[...ids]}::bigint[]) group by participant_id`.execute(db)
  return new Map(rows.map(({ id, typed }) => [id, typed]))
}
