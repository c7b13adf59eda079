import { sql } from 'kysely'
import type { UnitKind } from '../../surveys/compile/unit-kinds.ts'
import type { Db } from '../database/database.ts'
import { askableUnits } from './askable-units.ts'
import { createDrafts } from './drafts.ts'
import { waveTakesAnswers } from './frist.ts'
import { noteStaff } from './staff-audit.ts'

/** All waves as the office runs them, trials among them, the newest first. */
export async function listRunWaves(db: Db) {
  return db
    .selectFrom('wave as w')
    .select(['id', 'survey', 'survey_version as surveyVersion', 'stichtag', 'frist', 'state', 'synthetic', 'test'])
    .select(['opens_on as opensOn', 'closes_on as closesOn', 'trial_ended_at as trialEndedAt'])
    .select(waveTakesAnswers.as('open'))
    .select(({ selectFrom }) =>
      selectFrom('participant')
        .whereRef('participant.wave_id', '=', 'w.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('participants'),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

interface Dates {
  stichtag: string | null
  frist: string
}

/** Changes the dates of a wave that nobody has been asked in yet. */
export async function changeDates(
  trx: Db,
  id: string,
  { stichtag, frist }: Dates,
  { by, reason }: { by: number | undefined; reason: string },
): Promise<void> {
  await trx.updateTable('wave').set({ stichtag, frist }).where('id', '=', id).execute()
  await noteStaff(trx, {
    action: 'wave_dates_changed',
    accountId: by,
    wave: id,
    detail: { stichtag, frist },
    said: reason,
  })
}

/**
 * Asks more units, each with an empty draft. Of persons in no order: numbers of ours that follow theirs would lead back to them.
 */
export async function addParticipants(
  trx: Db,
  { wave, unit, ownField }: { wave: string; unit: UnitKind; ownField: string | undefined },
  units: readonly string[],
): Promise<{ id: number; unit: string }[]> {
  const { rows: held } = await sql<{ stichtag: string | null }>`select stichtag from wave where id = ${wave}`.execute(
    trx,
  )
  const { columns, rows: askable } = askableUnits(unit, held[0]?.stichtag ?? null)
  const { rows } = await sql<{ id: number; unit: string }>`
    insert into participant (wave_id, ${columns})
    select ${wave}, ${columns} from (${askable}) one where unit = any(${[...units]})
    order by ${unit === 'integrationsmanager' ? sql`random()` : sql`unit`}
    on conflict do nothing
    returning id, unit`.execute(trx)
  await createDrafts(
    trx,
    rows.map(({ id, unit }) => ({ participantId: id, prefilled: ownField === undefined ? {} : { [ownField]: unit } })),
  )
  return rows
}

/** The units of a wave, to be asked again. */
export async function unitsOfWave(db: Db, wave: string): Promise<string[]> {
  const rows = await db.selectFrom('participant').select('unit').where('wave_id', '=', wave).orderBy('unit').execute()
  return rows.map(({ unit }) => unit)
}

const whose = (participants: readonly number[]) => sql`participant_id = any(${[...participants]}::bigint[])`

/** All that can lie below a participant, in the order in which it goes. The log stays. */
const below = [
  'contact.dispatch',
  'contact.field_note',
  'contact.figure_place',
  'contact.paper_entry',
  'contact.paper_scan',
  'contact.query_entry',
  'contact.query',
  'public.screening_decision',
  'staff.extension_of',
  'public.answer_page',
  'contact.parked_page',
  'contact.respondent',
  'public.answer_value',
  'contact.draft_value',
  'public.answer_change',
  'contact.draft_change',
  'public.erasure',
  'public.burden',
  'public.paper_return',
  'public.submission',
  'public.session',
  'contact.delegation',
  'contact.editor',
  'public.access_code',
  'public.letter_code',
  'public.draft',
]

/** Deletes what lies below participants, and themselves as far as neither the log nor a restriction names them; says how many rows went. */
export async function deleteParticipants(trx: Db, participants: readonly number[]): Promise<number> {
  let count = 0
  for (const table of below) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${whose(participants)}`.execute(trx)
    count += Number(numAffectedRows ?? 0n)
  }
  await sql`delete from participant p where p.id = any(${[...participants]}::bigint[])
    and not exists (select from audit a where a.participant_id = p.id)
    and not exists (select from restriction r where r.participant_id = p.id)`.execute(trx)
  return count
}

/** Ends a trial: whatever was typed, sent and printed in it goes. */
export async function endTrial(trx: Db, wave: string, by: number | undefined): Promise<number> {
  const participants = await trx.selectFrom('participant').select('id').where('wave_id', '=', wave).execute()
  await sql`delete from contact.address where wave_id = ${wave}`.execute(trx)
  await sql`delete from carrier_code where wave_id = ${wave}`.execute(trx)
  const rows = await deleteParticipants(
    trx,
    participants.map(({ id }) => id),
  )
  await trx
    .updateTable('wave')
    .set({ state: 'closed', closed_at: sql<Date>`coalesce(closed_at, now())`, trial_ended_at: sql<Date>`now()` })
    .set({ opens_on: null, closes_on: null })
    .where('id', '=', wave)
    .execute()
  await noteStaff(trx, { action: 'trial_ended', accountId: by, wave, detail: { rows } })
  return rows
}

/** When something of a wave was last done, of those that the log knows; of a wave, or of the whole site. */
export async function lastDone(db: Db, action: string, wave?: string, what?: string): Promise<Date | undefined> {
  const found = await db
    .selectFrom('audit')
    .select('at')
    .where('action', '=', action)
    .$if(wave !== undefined, (query) => query.where('wave_id', '=', wave ?? ''))
    .$if(what !== undefined, (query) => query.where(sql<boolean>`detail ->> 'what' = ${what ?? ''}`))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.at
}

/** The waves that open or close by themselves today. */
export async function dueWaves(db: Db): Promise<{ id: string; opens: boolean; closes: boolean }[]> {
  const { rows } = await sql<{ id: string; opens: boolean; closes: boolean }>`
    select id, coalesce(opens_on <= today, false) as opens, coalesce(closes_on <= today, false) as closes
    from wave, (select (now() at time zone 'Europe/Berlin')::date as today) now
    where opens_on <= today or closes_on <= today order by id`.execute(db)
  return rows
}

/** What is to be sent in a wave, by its day. */
export async function plannedMails(db: Db, wave: string): Promise<{ label: string; day: string }[]> {
  const { rows } = await sql<{ label: string; day: string }>`
    select distinct case when state = 'waiting' then 'Sendung geplant' else 'Sendung' end as label,
      (due_at at time zone 'Europe/Berlin')::date as day
    from job where wave_id = ${wave} and state <> 'stopped' order by day`.execute(db)
  return rows
}
