import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { undoImport } from '../../../server/admindata/undo-import.ts'
import { migrateToLatest } from '../../../server/database/migrate.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { readSnapshot } from '../../../server/store/panel-answers.ts'
import { bareDatabase } from '../../support/fresh-database.ts'

t.test('what is there keeps its numbers, and imports and registry belong to every state', async (t) => {
  const { db, pool } = await bareDatabase(t)
  const before = t.testdir({})
  const shipped = join(projectRoot, 'migrations')
  for (const name of (await readdir(shipped)).filter((one) => one < '0013'))
    await copyFile(join(shipped, name), join(before, name))
  await migrateToLatest(db, before)
  await sql`
    insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
      values ('117', 'Göppingen', 'Landkreis', 'Stuttgart', '2009-01-01');
    insert into gemeinde (gkz, name, kreis, valid_from) values ('117019', 'Eislingen', '117', '2009-01-01');
    insert into wave (id, survey, survey_version, survey_hash, frist) values ('w', 'umfrage-1', '1.0.0', '', '2999-12-31');
    insert into participant (wave_id, gkz, gemeinde_valid_from) values ('w', '117019', '2009-01-01');
    select nextval(pg_get_serial_sequence('submission', 'id')) from generate_series(1, 6);
    insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications,
        content_hash, submitted_at)
      select 1, r, r::text, '1.0.0', '', '{}', '{}', '[]', '', now() - make_interval(days => 5 - r)
      from generate_series(1, 2) r;
    insert into import_batch (file_name, file_hash, settings, format, title, source, licence, observations, report, undone_at)
      select 'f', repeat(b::text, 64), '{}', '', '', 'x', 'x', 1, '{}', case when b = 2 then now() end
      from generate_series(1, 3) b;
    insert into series (indicator, months) values ('einwohner', 0);
    insert into observation (series_id, batch_id, superseded_by, starts, value, region)
      values (1, 1, 3, '2018-12-31', 10, '117019'), (1, 3, null, '2018-12-31', 30, '117019');
  `.execute(db)
  t.equal((await migrateToLatest(db))[0], '0013_data_state')

  const { rows: submissions } = await sql`select id, state from submission order by id`.execute(db)
  t.strictSame(submissions, [
    { id: 7, state: 7 },
    { id: 8, state: 8 },
  ])
  t.match(await readSnapshot(pool), { state: 8, submissions: 2 })
  t.match(await readSnapshot(pool, 7), { state: 7, submissions: 1 })
  const inState = async (state: number) =>
    (
      await sql<{ value: number }>`select value from observation o join import_batch b on b.id = o.batch_id
        where counts_in(b, ${state}) order by b.id desc limit 1`.execute(db)
    ).rows
  t.strictSame(await inState(0), [{ value: 30 }])
  const { rows: batches } = await sql`select id from import_batch b where counts_in(b, 8) order by id`.execute(db)
  t.strictSame(batches, [{ id: 1 }, { id: 3 }], 'what was undone before counts in no state')
  await undoImport(pool, 3, null)
  t.equal((await readSnapshot(pool)).state, 9, 'the numbers go on')
  t.strictSame([await inState(8), await inState(9)], [[{ value: 30 }], [{ value: 10 }]])
  const kommunenIn = async (state: number) =>
    (await sql<{ name: string }>`select name from gemeinde_in(${state})`.execute(db)).rows.map(({ name }) => name)
  await sql`update gemeinde set name = 'Eislingen/Fils'`.execute(db)
  t.equal((await readSnapshot(pool)).state, 10)
  t.strictSame([await kommunenIn(0), await kommunenIn(9), await kommunenIn(10)].flat(), [
    'Eislingen',
    'Eislingen',
    'Eislingen/Fils',
  ])
  await t.rejects(sql`update submission set state = 1`.execute(db), /submission is append-only/)
})
