import { sql } from 'kysely'
import t from 'tap'
import { migrateToLatest, migrateWithin } from '../../../server/database/migrate.ts'
import { inTransaction } from '../../../server/store/transaction.ts'
import { bareDatabase } from '../../support/fresh-database.ts'

t.test('waves of before stay as they were: open, answered, no trial, with the same end and states', async (t) => {
  const { db, pool } = await bareDatabase(t)
  await inTransaction(pool, async (client) => ({
    keep: true,
    result: await migrateWithin(client, '0027_unqueued_log'),
  }))
  await sql`insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
    values ('117', 'Göppingen', 'Landkreis', 'Stuttgart', '2009-01-01')`.execute(db)
  await sql`insert into gemeinde (gkz, name, kreis, valid_from) values
    ('117019', 'Eislingen', '117', '2009-01-01'), ('117042', 'Salach', '117', '2009-01-01')`.execute(db)
  await sql`insert into wave (id, survey, survey_version, survey_hash, stichtag, frist, state, opened_at) values
    ('eins', 'umfrage-1', '1.0.0', 'h', '2018-12-15', '2999-12-31', 'open', '2018-12-16'),
    ('zwei', 'umfrage-2', '1.0.0', 'h', null, '2019-02-08', 'closed', '2019-01-01')`.execute(db)
  await sql`insert into participant (wave_id, gkz, gemeinde_valid_from)
    values ('eins', '117019', '2009-01-01'), ('eins', '117042', '2009-01-01')`.execute(db)
  await sql`insert into submission
    (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications, content_hash)
    select min(id), 1, 'Q-1', '1.0.0', 'h', '{"zp_gesamt": 120}', '{}', '[]', 'c' from participant`.execute(db)
  const waves = () =>
    sql`select id, survey, survey_version, survey_hash, stichtag, frist, ends_at, state, synthetic, opened_at, closed_at
      from wave order by id`.execute(db)
  const submissions = () => sql`select * from submission order by id`.execute(db)
  const states = () => sql`select * from data_state order by number`.execute(db)
  const before = [(await waves()).rows, (await submissions()).rows, (await states()).rows]

  t.ok((await migrateToLatest(db)).includes('0032_waves_run'))
  t.strictSame([(await waves()).rows, (await submissions()).rows, (await states()).rows], before)
  const { rows } = await sql`select distinct test, opens_on, closes_on, trial_ended_at from wave`.execute(db)
  t.strictSame(rows, [{ test: false, opens_on: null, closes_on: null, trial_ended_at: null }])
  t.strictSame((await sql`select from participant where frist is not null`.execute(db)).rows, [])
  await t.rejects(sql`delete from submission`.execute(db), /append-only/)
  await sql`insert into submission
    (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications, content_hash)
    select max(id), 1, 'Q-2', '1.0.0', 'h', '{}', '{}', '[]', 'd' from participant`.execute(db)
  t.equal((await states()).rows.length, before[2]?.length ? before[2].length + 1 : 0, 'a real answer is a state')
})
