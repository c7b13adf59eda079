import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { computedMinutes } from '../domain/kept-briefly.ts'
import { idleMinutes } from '../domain/session-token.ts'
import { staffIdleMinutes } from '../domain/staff-session.ts'
import type { Holding } from '../persons/places.ts'
import type { SiteKind, WaveKind } from '../retention/rules.ts'
import { addressUnit } from './asked-unit.ts'
import { isRestricted } from './restricted.ts'

/** Rows that go together. */
export interface Goal {
  table: string
  /** Which of its rows. */
  which: RawBuilder<unknown>
  /** History, which nothing deletes without a mark that says what kind of thing went. */
  history?: Holding
}

const of = (wave: string) => sql`participant_id in (select p.id from participant p where p.wave_id = ${wave})`
/** What somebody demanded to be kept and not used (Art. 18 GDPR) stays as long as that holds. */
const unrestricted = sql.raw(`not ${isRestricted('d.participant_id', 'd.field')}`)
/** What was sent to them, and said, may be what it is about. */
const untouched = sql`not exists (
  select from restriction o where o.participant_id = d.participant_id and o.lifted_at is null)`

/** What of a wave goes when its time has come. Of drafts the number that was filled in beforehand stays. */
export const waveGoals: Record<WaveKind, (wave: string) => Goal[]> = {
  contact: (wave) => [
    { table: 'contact.respondent', which: sql`${of(wave)} and ${unrestricted}` },
    { table: 'contact.draft_value', which: sql`${of(wave)} and ${unrestricted}` },
    { table: 'contact.draft_change', which: sql`${of(wave)} and ${unrestricted}`, history: 'contact' },
    { table: 'contact.dispatch', which: sql`${of(wave)} and ${untouched}` },
    { table: 'contact.field_note', which: sql`${of(wave)} and ${untouched}` },
    { table: 'contact.paper_entry', which: sql`${of(wave)} and ${untouched}` },
    { table: 'contact.paper_scan', which: sql`${of(wave)} and ${untouched}` },
    { table: 'contact.delegation', which: sql`${of(wave)} and ${untouched}` },
    { table: 'contact.query_entry', which: sql`${of(wave)} and ${untouched}` },
    { table: 'contact.query', which: sql`${of(wave)} and ${untouched}` },
    { table: 'contact.roll_up_said', which: sql`wave_id = ${wave}` },
    { table: 'contact.address', which: sql`source = 'survey' and wave_id = ${wave}` },
    {
      table: 'public.job',
      which: sql`wave_id = ${wave} and state not in ('waiting', 'running')
        and not exists (select from contact.dispatch m where m.job_id = d.id)`,
    },
  ],
  drafts: (wave) => {
    const which = sql`${of(wave)} and rev > 0 and ${unrestricted}
      and not exists (select from submission s where s.participant_id = d.participant_id)`
    return [
      { table: 'public.answer_value', which },
      { table: 'public.answer_change', which, history: 'text' },
    ]
  },
  initials: (wave) => [
    { table: 'contact.editor', which: sql`${of(wave)} and not ${sql.raw(isRestricted('d.participant_id', 'null'))}` },
  ],
  codes: (wave) => [
    ...['public.access_code', 'public.letter_code'].map((table) => ({ table, which: of(wave) })),
    { table: 'public.carrier_code', which: sql`wave_id = ${wave}` },
  ],
  // Counted so; it is no row that goes.
  origin: (wave) => [{ table: 'public.participant', which: sql`wave_id = ${wave} and im_nummer is not null` }],
}

/** What goes so many minutes after something. */
export const siteGoals: Record<SiteKind, (minutes: number) => Goal[]> = {
  parked: (minutes) => pages(sql`settled_at is null and parked_at <= ${ago(minutes)}`),
  settled: (minutes) => pages(sql`settled_at <= ${ago(minutes)}`),
  sessions: (minutes) =>
    ['public.session', 'public.carrier_session', 'public.delegation_session'].map((table) => ({
      table,
      which: sql`${sessionEnd(idleMinutes)} <= ${ago(minutes)}`,
    })),
  staffSessions: (minutes) => [
    {
      table: 'staff.session',
      // The newest says when an account was last logged in.
      which: sql`${sessionEnd(staffIdleMinutes)} <= ${ago(minutes)} and (verified_at is null or exists (
        select from staff.session o where o.account_id = d.account_id and o.verified_at is not null and o.id > d.id))`,
    },
  ],
  addresses: (minutes) => [{ table: 'contact.address', which: sql`until <= ${ago(minutes)}` }],
  unusedAddresses: (minutes) => [
    {
      table: 'contact.address',
      // That of a Verbund stands for its persons.
      which: sql`until is null and since <= ${ago(minutes)} and not exists (
        select from participant p join wave w on w.id = p.wave_id
        where d.unit in (${sql.raw(addressUnit)}, left(p.im_nummer, 6)) and coalesce(w.closed_at, now()) > ${ago(minutes)})`,
    },
  ],
  figurePlaces: (minutes) => [{ table: 'contact.figure_place', which: sql`used_at <= ${ago(minutes)}` }],
  postings: (minutes) => [
    ...['einsatz', 'qualifikation', 'fortbildung'].map((table) => ({
      table: `public.${table}`,
      which: sql`im_nummer in (${ended(minutes)})`,
    })),
    {
      table: 'public.registry_change',
      which: sql`table_name in ('einsatz', 'qualifikation', 'fortbildung') and left(key, 10) in (${ended(minutes)})`,
    },
  ],
  // Files, no rows.
  mailFiles: () => [],
  approvals: (minutes) => [
    { table: 'staff.approval', which: sql`coalesce(decided_at, proposed_at) <= ${ago(minutes)}` },
  ],
  uploads: (minutes) => [{ table: 'staff.upload', which: sql`uploaded_at <= ${ago(minutes)}` }],
  computed: (minutes) => [
    { table: 'public.computation', which: sql`wanted_until <= ${ago(minutes - computedMinutes)}` },
  ],
  attempts: (minutes) => [{ table: 'public.attempt', which: sql`window_start <= ${ago(minutes)}` }],
}

const ended = (minutes: number) => sql`select i.im_nummer from im_nummer i where i.valid_to <= ${ago(minutes)}`
const ago = (minutes: number) => sql`now() - make_interval(mins => ${minutes})`
const sessionEnd = (idle: number) => sql`coalesce(ended_at, least(ends_at, seen_at + make_interval(mins => ${idle})))`
const pages = (which: RawBuilder<unknown>): Goal[] =>
  ['public.answer_page', 'contact.parked_page'].map((table) => ({
    table,
    which: sql`${which} and not exists (
      select from jsonb_object_keys(typed) field where ${sql.raw(isRestricted('d.participant_id', 'field'))})`,
  }))

/** What of the log goes: all up to a seal. What stands beside it, and its seals, go with their entries. */
export const logGoals = (number: number): Goal[] => [
  {
    table: 'public.audit',
    which: sql`exists (select from audit_seal s where s.audit_id = d.id and s.number <= ${number})`,
  },
]

/** How many rows would go. */
export async function countRows(db: Db, goals: readonly Goal[]): Promise<number> {
  let count = 0
  for (const { table, which } of goals) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from ${sql.table(table)} d where ${which}`.execute(db)
    count += rows[0]?.count ?? 0
  }
  return count
}

/** Deletes them, and says how many went. */
export async function deleteRows(trx: Db, goals: readonly Goal[], batch: string): Promise<number> {
  let count = 0
  for (const goal of goals) {
    if (goal.history !== undefined) await mark(trx, goal, { batch, holds: goal.history })
    const { numAffectedRows } = await sql`delete from ${sql.table(goal.table)} d where ${goal.which}`.execute(trx)
    count += Number(numAffectedRows ?? 0n)
  }
  return count
}

export const retentionGround = 'Art. 17 Absatz 1 Buchstabe a DSGVO: Aufbewahrungsfrist abgelaufen'

/** Leaves the mark without which the database lets no history be deleted. */
async function mark(trx: Db, { table, which }: Goal, { batch, holds }: { batch: string; holds: Holding }) {
  await sql`with gone as (select count(*)::integer as texts from ${sql.table(table)} d where ${which}),
    marked as (
      insert into erasure (batch, holds, ground, texts)
      select ${batch}::uuid, ${holds}, ${retentionGround}, texts from gone where texts > 0 returning id
    ) select set_config('stichtag.erasure', id::text, true) from marked`.execute(trx)
}

/** Work in one transaction that may take as long as it needs. */
export async function inLongTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    return work(trx)
  })
}

/** When the data that are due were last deleted. */
export async function lastRun(db: Db): Promise<Date | undefined> {
  const found = await db
    .selectFrom('audit')
    .select('at')
    .where('action', '=', 'retention_run')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.at
}
