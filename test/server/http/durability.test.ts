import { join } from 'node:path'
import t from 'tap'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { applicationRole } from '../../../server/database/embedded/application-role.ts'
import { buildApp } from '../../../server/http/app.ts'
import { testApp } from '../../support/app.ts'
import { ask, clusterFolder, openQuietly } from '../../support/own-cluster.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { until } from '../../support/until.ts'

/** A hidden field of a page, as it is sent back. */
const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]

t.test(
  'while the database does not write durably nothing is taken and nothing is lost; then all goes on',
  async (t) => {
    const test = await testApp(t)
    const official = await test.login('KM')
    const office = await signIn(test, await staffAccount(test, 'feldbuero'))
    const file = join(t.testdir({}), 'sicherung')
    await makeBackup(test.pool, { file, config: test.config, passphrase: undefined })
    const cluster = await openQuietly(await clusterFolder(t))
    const owner = openDatabase(cluster.ownerUrl, { max: 1 })
    await restoreBackup(owner.pool, { file, passphrase: undefined }, { application: applicationRole })
    await owner.close()
    const { db, pool, close } = openDatabase(cluster.url, { max: 4 })
    const app = await buildApp({ ...test, db, pool }, false, undefined, { patient: { durable: 100 } })
    t.teardown(async () => {
      await app.close()
      await close()
      await cluster.release()
    })
    official.app = app
    office.app = app
    const address = `${official.home}/abschnitt/anmerkungen`
    await official.get(address)
    const readiness = async () => (await official.get('/readyz')).status
    const stored = async () => (await pool.query('select field, value from draft_value order by 1')).rows
    const set = async (sql: string) => {
      await ask(cluster.ownerUrl, sql)
      await ask(cluster.ownerUrl, 'select pg_reload_conf()')
    }

    for (const name of ['fsync', 'full_page_writes']) {
      t.equal(await readiness(), 200)
      const before = await stored()
      await set(`alter system set ${name} = off`)
      await until(async () => (await readiness()) === 503)
      t.strictSame((await official.get('/readyz')).json, { status: 'not durable', off: [name] })
      t.equal((await official.get('/healthz')).status, 200)

      const typed = `"${name}" & <so>`
      const quick = await official.autosave('anmerkungen', { anmerkungen: typed })
      t.match(quick, {
        status: 503,
        json: { error: 'notDurable', message: /sicher/ },
        headers: { 'retry-after': '30' },
      })
      const whole = await official.save('anmerkungen', { anmerkungen: typed })
      t.match(whole, { status: 503, words: /Verloren ist nichts/, headers: { 'retry-after': '30' } })
      const kept = hidden(whole.text, 'anmerkungen')
      t.equal(kept, `&quot;${name}&quot; &amp; &lt;so&gt;`, 'what was typed is in the page')
      t.match(await official.submit(), { status: 503 })
      t.match(await official.post('/zugang', { code: 'x' }), { status: 503, words: /Verloren ist nichts/ })
      t.match(await official.get(address), { status: 200 }, 'to read is no harm')
      t.match(
        (await office.get('/intern')).words,
        `Zurzeit wird keine Antwort angenommen: Die Datenbank läuft mit ${name} = off`,
      )
      t.strictSame(await stored(), before)

      await set(`alter system reset ${name}`)
      await until(async () => (await readiness()) === 200)
      t.equal((await official.save('anmerkungen', { anmerkungen: typed })).status, 303)
      t.match(await stored(), [{ field: 'anmerkungen', value: typed }])
    }

    await set('alter role stichtag_app set synchronous_commit = off')
    const later = openDatabase(cluster.url)
    t.strictSame((await later.pool.query('show synchronous_commit')).rows, [{ synchronous_commit: 'on' }])
    await later.close()
  },
)
