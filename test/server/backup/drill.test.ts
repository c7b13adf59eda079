import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { Forms } from '../../../server/forms/form.ts'
import { buildApp } from '../../../server/http/app.ts'
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
  t.equal(made.tables, Object.keys(before).length, 'every table that the database knows')
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
