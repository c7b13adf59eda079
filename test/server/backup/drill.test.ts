import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import t from 'tap'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { sumOf } from '../../../server/backup/table-sum.ts'
import { migrateToLatest } from '../../../server/database/migrate.ts'
import { Forms } from '../../../server/forms/form.ts'
import { buildApp } from '../../../server/http/app.ts'
import { openSnapshot } from '../../../server/store/whole/snapshot.ts'
import { testApp } from '../../support/app.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { staffAccount } from '../../support/staff.ts'
import { guards, tableSums } from '../../support/table-sums.ts'
import { Visitor } from '../../support/visitor.ts'

const run = promisify(execFile)
const passphrase = 'ein langes Kennwort'

t.test('a world with open forms goes out and comes back, and an official goes on where she was', async (t) => {
  const test = await testApp(t)
  await staffAccount(test, 'feldbuero')
  const official = await test.login('KM')
  await official.get(`${official.home}/abschnitt/sprache`)
  t.equal((await official.autosave('anmerkungen', { anmerkungen: 'Tab\tund \\ und\nZeile, „ä€😀“' })).status, 200)
  t.match((await official.submit()).location, /quittung/)
  const other = await test.login('ZB', '117026')
  await other.get(`${other.home}/abschnitt/anmerkungen`)
  t.equal((await other.autosave('anmerkungen', { anmerkungen: 'noch offen' })).status, 200)

  const file = join(t.testdir({}), 'sicherung')
  const before = await tableSums(test.pool)
  const made = await makeBackup(test.pool, { file, config: test.config, passphrase })
  // A table in parts holds no row itself; its parts are tables like others. What is not logged is not kept.
  const { rowCount: leftOut } =
    await test.pool.query(`select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and (c.relkind = 'p' or c.relkind = 'r' and c.relpersistence = 'u')`)
  t.equal(made.tables + (leftOut ?? 0), Object.keys(before).length, 'every table that the database knows')
  t.match(made, { isSealed: true, hasSecret: true })
  t.equal((await stat(file)).mode & 0o777, 0o600)

  const target = await bareDatabase(t)
  const restored = await restoreBackup(target.pool, { file, passphrase })
  t.strictSame(await tableSums(target.pool), before)
  t.strictSame(await guards(target.pool), await guards(test.pool))
  t.equal(restored.beside.get('secret'), test.config.secret)
  await t.rejects(target.pool.query('delete from submission'), { code: '23001' }, 'append-only as before')

  const app = await buildApp({ ...test, db: target.db, pool: target.pool }, false, new Forms())
  t.teardown(() => app.close())
  other.app = app
  t.match((await other.get(`${other.home}/abschnitt/anmerkungen`)).text, 'noch offen', 'in the same session')
  t.equal((await other.autosave('anmerkungen', { anmerkungen: 'und weiter' })).status, 200)
  t.match((await other.submit()).location, /quittung/, 'numbers go on where they were')
  const later = new Visitor(app)
  await later.get('/zugang')
  t.equal((await later.post('/zugang', { code: await test.codeFor('117019'), kuerzel: 'KM' })).status, 303)
})

t.test('all tables are of one moment, and nobody migrates meanwhile', async (t) => {
  const { pool, owner } = await testApp(t)
  const snapshot = await openSnapshot(pool)
  const [kreis] = snapshot.tables.filter(({ name }) => name === 'kreis')
  if (kreis === undefined) throw new Error('there is no such table')
  const before = await sumOf(snapshot.copyOut(kreis))
  await pool.query(`insert into kreis select '118', name, typ, regierungsbezirk, valid_from, valid_to from kreis`)
  const order: string[] = []
  const migrating = migrateToLatest(owner.db).then(() => order.push('migrated'))
  t.strictSame(await sumOf(snapshot.copyOut(kreis)), before)
  // Longer than it takes where nobody is in the way.
  await sleep(1_500)
  order.push('snapshot over')
  await snapshot.end(true)
  await migrating
  t.strictSame(order, ['snapshot over', 'migrated'])
  const after = await openSnapshot(pool)
  t.equal((await sumOf(after.copyOut(kreis))).rows, before.rows + 1)
  await after.end(true)
})

t.test('a backup without a passphrase is a tar archive that any tar opens, without the secret', async (t) => {
  const test = await testApp(t)
  const file = join(t.testdir({}), 'sicherung.tar.gz')
  t.match(await makeBackup(test.pool, { file, config: test.config, passphrase: undefined }), { hasSecret: false })
  const { stdout: names } = await run('tar', ['-tzf', file])
  t.match(names, /^head\.json\n.*tables\/public\.wave\/00001\.copy\n.*manifest\.json\n$/s)
  t.notMatch(names, 'secret')
  const { stdout: wave } = await run('tar', ['-xzOf', file, 'tables/public.wave/00001.copy'])
  t.match(wave, /^umfrage-1\t/)
})
