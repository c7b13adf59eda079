import { Tokens } from '@fastify/csrf'
import { sql } from 'kysely'
import type { Keys } from '../../server/boot/keys.ts'
import type { Database, Db } from '../../server/database/database.ts'
import { hashToken, newToken } from '../../server/domain/session-token.ts'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import { readRegister } from '../../server/store/register.ts'
import { startSession } from '../../server/store/sessions.ts'
import { createWave, setWaveState } from '../../server/store/waves.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { answeredFields } from './questionnaire.ts'

/** Somebody who is logged in for a Kommune, with the token that the pages would give. */
export interface Guest {
  participantId: number
  wave: string
  unit: string
  token: string
  cookie: string
  csrf: string
}

export interface World extends Pick<Database, 'db' | 'pool'> {
  instrument: Instrument
  /** A wave for the Kommunen, each with a complete draft at revision 1 and a session. */
  newWave(id: string): Promise<Guest[]>
}

/** For all Kommunen, or the first few. */
export async function makeWorld(
  { db, pool }: Pick<Database, 'db' | 'pool'>,
  keys: Keys,
  instrument: Instrument,
  few?: number,
): Promise<World> {
  await importShippedRegistry(db)
  for (const statement of [
    'create table bare_participant (id bigint primary key)',
    `create table bare_submission (id bigint generated always as identity primary key,
      participant_id bigint not null references bare_participant, answers jsonb not null, at timestamptz not null default now())`,
    `create table bare_audit (id bigint generated always as identity primary key,
      participant_id bigint not null references bare_participant, action text not null, at timestamptz not null default now())`,
    'create table bare_autosave (id bigint generated always as identity primary key, fields jsonb not null)',
    // As the product may read all of its own.
    'grant select on all sequences in schema public to public',
  ])
    await sql.raw(statement).execute(db)

  const kommunen = [...(await readRegister(db)).gemeinden.keys()].slice(0, few)
  const answers = Object.fromEntries(answeredFields(instrument).map(({ name, value }) => [name, value]))
  return { db, pool, instrument, newWave }

  async function newWave(id: string): Promise<Guest[]> {
    const participants = await createWave(db, {
      id,
      survey: instrument.id,
      surveyVersion: instrument.version,
      surveyHash: instrument.hash,
      contactFields: instrument.contactFields,
      stichtag: instrument.stichtag ?? null,
      frist: instrument.frist,
      participants: kommunen,
      unit: 'gemeinde',
      ownField: undefined,
    })
    await setWaveState(db, id, 'open')
    await fillDrafts(id)
    const guests: Guest[] = []
    // One after the other: a thousand at once would wait longer for a connection than the pool lets anybody wait.
    for (const participant of participants) guests.push(await logInGuest(db, keys, id, participant))
    return guests
  }

  async function fillDrafts(wave: string): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      // Nothing here can refer to what is not there; a million checks of it would take most of the bench's time.
      await sql`set local session_replication_role = replica`.execute(trx)
      const own = sql`select id from participant where wave_id = ${wave}`
      await sql`update draft set rev = 1, saved_at = now() where participant_id in (${own})`.execute(trx)
      await sql`insert into bare_participant ${own}`.execute(trx)
      for (const table of ['draft_value', 'draft_change']) {
        await sql`insert into ${sql.table(table)} (participant_id, field, value, rev, contact)
          select p.id, a.key, a.value, 1, false
          from (${own}) p, json_each_text(${JSON.stringify(answers)}::json) a order by p.id`.execute(trx)
      }
    })
  }
}

/** A session in a form, without the quarter of a second that a code takes. */
export async function logInGuest(
  db: Db,
  keys: Keys,
  wave: string,
  { id: participantId, unit }: { id: number; unit: string },
): Promise<Guest> {
  const token = newToken()
  await startSession(db, { tokenHash: hashToken(token), participantId, editor: 'KM', device: '' })
  const csrf = new Tokens({ hmacKey: keys.csrf }).create(token)
  return { participantId, wave, unit, token, cookie: `stichtag=${token}`, csrf }
}

/** Brings everything that was just made into the state of a database that has been running for a while. */
export async function settle(db: Db): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection)
    await sql`vacuum analyze`.execute(connection)
    await sql`checkpoint`.execute(connection)
    await sql`reset statement_timeout`.execute(connection)
  })
}
