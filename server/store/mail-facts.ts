import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'

/** What is known of a participant when one writes to it. */
export interface MailFacts {
  id: number
  wave: string
  survey: string
  surveyVersion: string
  stichtag: string | null
  /** Of the wave. */
  waveFrist: string
  waveState: 'created' | 'open' | 'closed'
  unit: string
  name: string
  kreis: string
  /** Its last day: its own, else that of the wave. */
  frist: string
  /** It was given an own last day. */
  isExtended: boolean
  openedAt: Date | null
  savedAt: Date | null
  standing: 'declined' | 'exempt' | null
  receipt: string | null
  submittedAt: Date | null
  recipient: string
  person: string
  /** Where mails go; empty where that is not known. */
  mail: string
  /** It has a code that works. */
  hasCode: boolean
}

interface Wanted {
  wave?: string
  ids?: readonly number[]
  unit?: string
  /** Whoever looks: an account with a scope sees what is in it. */
  accountId?: number | null | undefined
}

/** The participants that are wanted, in the order of their units. */
export async function readMailFacts(db: Db, { wave, ids, unit, accountId }: Wanted): Promise<MailFacts[]> {
  const { rows } = await sql<MailFacts>`
    select p.id, w.id as wave, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist as "waveFrist",
      w.state as "waveState", p.unit, coalesce(g.name, v.name) as name, k.kreis, coalesce(p.frist, w.frist) as frist,
      p.frist is not null as "isExtended", p.opened_at as "openedAt", d.saved_at as "savedAt", p.standing, s.receipt,
      s.submitted_at as "submittedAt", coalesce(a.recipient, '') as recipient, coalesce(a.person, '') as person,
      coalesce(a.mail, '') as mail,
      exists (select from access_code c where c.participant_id = p.id and c.revoked_at is null) as "hasCode"
    from participant p
    join wave w on w.id = p.wave_id
    left join gemeinde g on g.gkz = p.gkz and g.valid_from = p.gemeinde_valid_from
    left join im_nummer i on i.im_nummer = p.im_nummer
    left join verbund v on v.verbund = i.verbund
    cross join lateral (select coalesce(g.kreis, left(i.verbund, 3)) as kreis) k
    left join draft d on d.participant_id = p.id and d.saved_at is not null
    left join contact.address a on a.unit = p.unit and a.until is null
    left join lateral (
      select receipt, submitted_at from submission where participant_id = p.id order by revision desc limit 1) s on true
    where (${wave ?? null}::text is null or p.wave_id = ${wave ?? null})
      and (${ids === undefined ? null : [...ids]}::bigint[] is null or p.id = any(${ids === undefined ? null : [...ids]}::bigint[]))
      and (${unit ?? null}::text is null or p.unit = ${unit ?? null})
      and ${sql.raw(worksFor(accountId ?? undefined))}
    order by p.unit`.execute(db)
  return rows
}

/** What some participants have typed, contact data left out. */
export async function draftsOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Record<string, string>>> {
  const { rows } = await sql<{ id: number; typed: Record<string, string> }>`
    select participant_id as id, json_object_agg(field, value) as typed from draft_value
    where participant_id = any(${[...ids]}::bigint[]) and not contact group by participant_id`.execute(db)
  return new Map(rows.map(({ id, typed }) => [id, typed]))
}

/** Whether all waves are invented. */
export async function isOnlySynthetic(db: Db): Promise<boolean> {
  const real = await db.selectFrom('wave').select('id').where('synthetic', '=', false).limit(1).executeTakeFirst()
  return real === undefined
}

/** The last day on which somebody in a wave may still answer. */
export async function lastFrist(db: Db, { id, frist }: { id: string; frist: string }): Promise<string> {
  const row = await db
    .selectFrom('participant')
    .select(({ fn }) => fn.max('frist').as('own'))
    .where('wave_id', '=', id)
    .executeTakeFirst()
  return row?.own != null && row.own > frist ? row.own : frist
}
