import { sql } from 'kysely'
import t from 'tap'
import { checkLog } from '../../../server/audit/check-log.ts'
import { migrateToLatest, migrateWithin } from '../../../server/database/migrate.ts'
import { sealAll } from '../../../server/store/log-seals.ts'
import { inTransaction } from '../../../server/store/transaction.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { whereStands } from '../../support/where-stands.ts'

t.test('what could name a person leaves the entries of before, and then they are sealed', async (t) => {
  const { db, pool } = await bareDatabase(t)
  await inTransaction(pool, async (client) => ({ keep: true, result: await migrateWithin(client, '0020_erasure') }))
  await sql`insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
    values ('117', 'Göppingen', 'Landkreis', 'Stuttgart', '2009-01-01')`.execute(db)
  await sql`insert into gemeinde (gkz, name, kreis, valid_from) values
    ('117019', 'Eislingen', '117', '2009-01-01'), ('117042', 'Salach', '117', '2009-01-01')`.execute(db)
  await sql`insert into wave (id, survey, survey_version, survey_hash, frist)
    values ('eins', 'umfrage-1', '1.0.0', '', '2999-12-31')`.execute(db)
  await sql`insert into participant (wave_id, gkz, gemeinde_valid_from)
    values ('eins', '117019', '2009-01-01'), ('eins', '117042', '2009-01-01')`.execute(db)
  await sql`insert into import_batch (file_name, file_hash, settings, format, title, source, licence, observations, report)
    values ('von Zofia.csv', repeat('0', 64), '{}', 'x', 'x', 'x', 'x', 0, '{}')`.execute(db)
  await sql`insert into audit (action, wave_id, detail) values
    ('admindata.import', null, '{"batch": 1, "file": "von Zofia.csv", "hash": "ab"}'),
    ('admindata.undo', null, '{"batch": 1, "file": "von Zofia.csv", "reason": "Zofia irrte"}'),
    ('late_read', 'eins', '{"units": ["GKZ 117042"]}'),
    ('backup_failed', null, '{"reason": "/home/zofia: kein Platz", "nightly": true}'),
    ('download', 'eins', '{"file": "antworten", "rows": 2}')`.execute(db)

  t.ok((await migrateToLatest(db)).includes('0021_log_chain'))
  const { rows } = await sql`select action, detail from audit order by id`.execute(db)
  t.strictSame(rows, [
    { action: 'admindata.import', detail: { batch: 1, hash: 'ab' } },
    { action: 'admindata.undo', detail: { batch: 1 } },
    { action: 'late_read', detail: { units: ['GKZ 117042'] } },
    { action: 'backup_failed', detail: { nightly: true } },
    { action: 'download', detail: { file: 'antworten', rows: 2 } },
  ])
  t.strictSame(await whereStands(db, 'zofia'), ['public.audit_aside'])
  t.strictSame(await whereStands(db, 'Zofia'), ['public.import_batch'])
  t.match(await checkLog(db), { sealed: 0, unsealed: 5 })
  await sealAll(db)
  await sql`delete from audit_aside`.execute(db)
  t.match(await checkLog(db), { sealed: 5, unsealed: 0, fault: undefined })
})
