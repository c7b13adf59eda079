import { sql } from 'kysely'
import t from 'tap'
import type { Db } from '../../../../server/database/database.ts'
import { sealAll } from '../../../../server/store/log-seals.ts'
import { createWave } from '../../../../server/store/waves.ts'
import { testApp } from '../../../support/app.ts'
import { newWave, published } from '../../../support/published.ts'

/** What an owner of the tables could do, and whoever has its password. */
const forbidden = [
  'alter table submission disable trigger submission_append_only',
  'alter table audit disable trigger all',
  'drop trigger audit_append_only on audit',
  'drop table audit',
  'drop table audit_seal, contact.editor cascade',
  'drop function refuse_log_change() cascade',
  `create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$`,
  'alter function refuse_change() reset search_path',
  'create trigger late before insert on audit for each row execute function refuse_delete()',
  'create rule quiet as on insert to audit do instead nothing',
  'create table public.own (id integer)',
  'create table contact.own (id integer)',
  'create function public.own() returns integer language sql as $$ select 1 $$',
  'create schema own',
  'create extension file_fdw',
  'alter table audit add column hidden text',
  'alter table audit_seal drop constraint audit_seal_number',
  'alter schema staff rename to other',
  'truncate audit',
  'truncate contact.draft_change',
  'update audit set action = action',
  'update audit_seal set hash = hash',
  `update erasure set ground = ''`,
  'update submission set submitted_at = now()',
  'update submission set state = 1',
  'update data_state set at = now()',
  `insert into audit (at, action) values ('2020-01-01', 'x')`,
  'delete from registry_past',
  'update observation set value = 1',
  'delete from wave',
  'update kysely_migration set timestamp = timestamp',
  'delete from staff.account',
  'set session_replication_role = replica',
  'alter system set fsync = off',
  'alter role stichtag_app superuser',
  'alter role stichtag_app replication',
  'create role other',
  'set role stichtag',
  'grant stichtag to stichtag_app',
  'grant pg_write_all_data to stichtag_app',
  `copy audit to program 'cat'`,
  `select pg_read_file('postgresql.conf')`,
]

/** Refused by a trigger where the right is there, since an erasure needs it. */
const guarded = [
  'delete from submission',
  'delete from erasure',
  'delete from audit',
  'delete from audit_seal',
  `insert into audit_cut (number, hash, entries, until) values (1, decode(repeat('00', 32), 'hex'), 1, now())`,
  `update submission set answers = '{}'`,
  `update submission set comments = '{}', content_hash = ''`,
  `update answer_change set value = ''`,
  'delete from answer_change',
  'delete from contact.draft_change',
  `update participant set im_nummer = '117000-002' where im_nummer is not null`,
  `update participant set im_nummer = null, pseudonym = 'weg' where im_nummer is not null`,
]

async function code(db: Db, statement: string): Promise<string> {
  return sql
    .raw(statement)
    .execute(db)
    .then(
      () => 'done',
      ({ code }) => code,
    )
}

async function world(t: Parameters<typeof testApp>[0]) {
  const test = await testApp(t, { contactFields: ['anmerkungen'] })
  const visitor = await test.login('KM')
  await visitor.get(`${visitor.home}/abschnitt/anmerkungen`)
  await visitor.autosave('anmerkungen', { anmerkungen: 'Stand 1' })
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '120' })
  await visitor.submit()
  await sealAll(test.db)
  await sql`insert into erasure (batch, holds, ground, texts) values (gen_random_uuid(), 'text', 'b', 1)`.execute(
    test.db,
  )
  await createWave(test.db, { ...newWave(await published('umfrage-3'), ['117000-001']), id: 'umfrage-3' })
  return test
}

t.test('the application can change nothing that guards what it keeps, and no history', async (t) => {
  const { db } = await world(t)
  for (const statement of forbidden) t.equal(await code(db, statement), '42501', statement)
  for (const statement of guarded) t.equal(await code(db, statement), '23001', statement)
  t.equal(await code(db, 'delete from participant'), '23503', 'something lies below each')
})

t.test('it can give itself nothing', async (t) => {
  const { db } = await world(t)
  for (const statement of ['grant all on audit to stichtag_app', 'grant update on audit to public'])
    await code(db, statement)
  const { rows } = await sql`select has_table_privilege('audit', 'update, truncate, trigger') as may`.execute(db)
  t.strictSame(rows, [{ may: false }])
})

t.test('a temporary table does not pass for one of ours', async (t) => {
  const { db, owner } = await world(t)
  const pretended = (statement: string) =>
    db.transaction().execute(async (trx) => {
      await sql`create temp table erasure (id bigint, at timestamptz) on commit drop`.execute(trx)
      await sql`insert into pg_temp.erasure values (1, now())`.execute(trx)
      await sql`select set_config('stichtag.erasure', '1', true)`.execute(trx)
      await sql.raw(statement).execute(trx)
    })
  const ours = guarded.filter((statement) => statement !== 'delete from erasure')
  for (const statement of ours) await t.rejects(pretended(statement), { code: '23001' }, statement)
  await db.transaction().execute(async (trx) => {
    await sql`create temp table registry_past (like public.registry_past) on commit drop`.execute(trx)
    await sql`update kreis set name = 'anders'`.execute(trx)
  })
  const { rows } = await sql`select count(*) as past from registry_past where table_name = 'kreis'`.execute(owner.db)
  t.strictSame(rows, [{ past: 1 }])
})
