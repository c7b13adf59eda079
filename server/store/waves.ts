import { sql } from 'kysely'
import type { UnitKind } from '../../surveys/compile/unit-kinds.ts'
import type { Db } from '../database/database.ts'
import { defaultTerms } from '../retention/default-terms.ts'
import type { Terms } from '../retention/rules.ts'
import { addressUnit, unitJoins, unitName } from './asked-unit.ts'
import { fristOfAllOver, waveTakesAnswers } from './frist.ts'
import { setTerms } from './retention-terms.ts'
import { worksFor } from './scopes.ts'
import { noteStaff } from './staff-audit.ts'
import { addParticipants } from './wave-office.ts'

const submissionsNow = sql<{ participant_id: number }>`submission_in(null)`.as('submission')

/** A wave as its list shows it. */
export async function listWaves(db: Db) {
  return db
    .selectFrom('wave as w')
    .select(['id', 'survey', 'survey_version', 'survey_hash', 'stichtag', 'frist', 'state', 'synthetic', 'test'])
    .select(({ selectFrom }) => [
      waveTakesAnswers.as('open'),
      selectFrom('participant')
        .whereRef('participant.wave_id', '=', 'w.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('participants'),
      selectFrom('participant')
        .innerJoin(submissionsNow, 'submission.participant_id', 'participant.id')
        .whereRef('participant.wave_id', '=', 'w.id')
        .select(({ fn }) => fn.count<number>('participant.id').distinct().as('n'))
        .as('submitted'),
    ])
    .orderBy('id')
    .execute()
}

/** The waves that anybody may read about, with the questionnaire that each pins: not before they are opened. */
async function listShownWaves(db: Db) {
  return db
    .selectFrom('wave as w')
    .select(['id', 'survey', 'survey_version as surveyVersion', 'stichtag', 'frist', 'state', 'synthetic', 'test'])
    .select(waveTakesAnswers.as('open'))
    .select(fristOfAllOver.as('over'))
    .where('opened_at', 'is not', null)
    .where('trial_ended_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** The same without trials. */
export async function listPublicWaves(db: Db) {
  return (await listShownWaves(db)).filter(({ test }) => !test)
}

/** A trial has its page too, for whoever knows its name. */
export async function findPublicWave(db: Db, id: string) {
  return (await listShownWaves(db)).find((wave) => wave.id === id)
}

/** The waves with the questionnaire that each of them pins, in the order of their names. */
export async function listPinned(db: Db) {
  return db
    .selectFrom('wave')
    .select(['id', 'survey', 'survey_version', 'stichtag', 'frist', 'synthetic', 'test'])
    .orderBy('id')
    .execute()
}

/** The day so many days from today, where the Kommunen are. */
export async function dayFromToday(db: Db, days: number): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select (now() at time zone 'Europe/Berlin')::date + ${days}::integer as day`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('the database knows no day')
  return row.day
}

export type Wave = NonNullable<Awaited<ReturnType<typeof findWave>>>

export async function findWave(db: Db, id: string) {
  return db.selectFrom('wave').selectAll().where('id', '=', id).executeTakeFirst()
}

export interface NewWave {
  id: string
  survey: string
  surveyVersion: string
  surveyHash: string
  stichtag: string | null
  frist: string
  synthetic?: boolean
  /** A trial. */
  test?: boolean
  unit: UnitKind
  /** The keys of the units, or the numbers of the persons, that are asked. */
  participants: readonly string[]
  contactFields: readonly string[]
  /** How long it keeps what, where that differs from what holds for most. */
  retention?: Partial<Terms>
  /** The field that holds the key or number, filled in beforehand. */
  ownField: string | undefined
}

/** Creates a wave with its participants and their empty drafts. */
export async function createWave(db: Db, wave: NewWave, accountId?: number): Promise<{ id: number; unit: string }[]> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('wave')
      .values({
        id: wave.id,
        survey: wave.survey,
        survey_version: wave.surveyVersion,
        survey_hash: wave.surveyHash,
        stichtag: wave.stichtag,
        frist: wave.frist,
        synthetic: wave.synthetic ?? false,
        test: wave.test ?? false,
        contact_fields: [...wave.contactFields],
      })
      .execute()
    const { origin, ...terms } = { ...defaultTerms, ...wave.retention }
    await setTerms(trx, wave.id, wave.unit === 'integrationsmanager' ? { ...terms, origin } : terms)
    const rows = await addParticipants(
      trx,
      { wave: wave.id, unit: wave.unit, ownField: wave.ownField },
      wave.participants,
    )
    await noteStaff(trx, { action: 'wave_created', accountId, wave: wave.id, detail: { participants: rows.length } })
    return rows
  })
}

interface Why {
  by?: number | undefined
  reason?: string
}

/** Opens or closes a wave. */
export async function setWaveState(db: Db, id: string, state: 'open' | 'closed', accountId?: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await (state === 'open' ? openWave : closeWave)(trx, id, { by: accountId })
  })
}

export async function openWave(trx: Db, id: string, { by, reason }: Why): Promise<void> {
  await trx
    .updateTable('wave')
    .set({ state: 'open', opened_at: sql<Date>`now()`, opens_on: null })
    .where('id', '=', id)
    .execute()
  await noteStaff(trx, { action: 'wave_open', accountId: by, wave: id, said: reason })
}

export async function closeWave(trx: Db, id: string, { by, reason }: Why): Promise<void> {
  await trx
    .updateTable('wave')
    .set({ state: 'closed', closed_at: sql<Date>`now()`, closes_on: null })
    .where('id', '=', id)
    .execute()
  await noteStaff(trx, { action: 'wave_closed', accountId: by, wave: id, said: reason })
}

/** Says on which day a wave opens by itself; null: on none. */
export async function planOpening(trx: Db, id: string, on: string | null, { by, reason }: Why): Promise<void> {
  await trx.updateTable('wave').set({ opens_on: on }).where('id', '=', id).execute()
  await noteStaff(trx, { action: 'wave_opening_planned', accountId: by, wave: id, detail: { on }, said: reason })
}

export async function planClosing(trx: Db, id: string, on: string | null, { by, reason }: Why): Promise<void> {
  await trx.updateTable('wave').set({ closes_on: on }).where('id', '=', id).execute()
  await noteStaff(trx, { action: 'wave_closing_planned', accountId: by, wave: id, detail: { on }, said: reason })
}

/** A wave that is there, and that nobody else changes until the transaction ends. */
export async function lockWave(trx: Db, id: string): Promise<Wave> {
  const wave = await holdWave(trx, id)
  if (wave === undefined) throw new Error(`there is no wave ${id}`)
  return wave
}

/** The same, where it may be gone. */
export async function holdWave(trx: Db, id: string): Promise<Wave | undefined> {
  return trx.selectFrom('wave').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** How a wave stands, as far as somebody who agrees to something must have seen it: what differs was changed. */
export async function seenOf(db: Db, id: string): Promise<string> {
  const { rows } = await sql<{ seen: string }>`
    select concat_ws(' ', w.state, w.stichtag, w.frist, w.opens_on, w.closes_on,
      (select count(*) || ':' || coalesce(sum(p.id), 0) from participant p where p.wave_id = w.id)) as seen
    from wave w where w.id = ${id}`.execute(db)
  return rows[0]?.seen ?? ''
}

/** How many a wave asks, and what there is of them. */
export async function countsOf(db: Db, id: string) {
  const { rows } = await sql<{
    participants: number
    withCode: number
    withAddress: number
    ownFrist: number
    lastOwnFrist: string | null
  }>`
    select count(*)::integer as participants,
      count(*) filter (where exists (select from access_code c where c.participant_id = p.id and c.revoked_at is null))::integer
        as "withCode",
      count(*) filter (where exists (select from contact.address a
        where a.until is null and a.unit in (${sql.raw(addressUnit)}, left(p.im_nummer, 6))))::integer as "withAddress",
      count(p.frist)::integer as "ownFrist", max(p.frist) as "lastOwnFrist"
    from participant p where p.wave_id = ${id}`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a count has no row')
  return row
}

/** The participants of a wave who can still be written to, each with its name, of a person that of its Verbund, and whether it has a code that works. */
export async function listParticipants(db: Db, wave: string, account?: number) {
  const { rows } = await sql<{ id: number; unit: string; name: string; hasCode: boolean }>`
    select p.id, p.unit, ${sql.raw(unitName)} as name,
      exists (select from access_code c where c.participant_id = p.id and c.revoked_at is null) as "hasCode"
    from participant p ${sql.raw(unitJoins())}
    where p.wave_id = ${wave} and p.pseudonym is null and ${sql.raw(worksFor(account))}
    order by p.unit`.execute(db)
  return rows
}
