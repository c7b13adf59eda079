import t from 'tap'
import { openDatabase } from '../../../server/database/database.ts'
import { isDatabaseAway } from '../../../server/errors/database-away.ts'
import { buildApp } from '../../../server/http/app.ts'
import { testApp } from '../../support/app.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { wireTo } from '../../support/wire.ts'

t.test('while the database is away each page says that nothing is lost, and all goes on once it is back', async (t) => {
  const test = await testApp(t)
  const official = await test.login('KM')
  const office = await signIn(test, await staffAccount(test, 'feldbuero'))
  const wire = await wireTo(t, test.url)
  const { db, pool, close } = openDatabase(wire.url, { max: 4 })
  const app = await buildApp({ ...test, db, pool })
  t.teardown(async () => {
    await app.close()
    await close()
  })
  official.app = app
  office.app = app
  const address = `${official.home}/abschnitt/anmerkungen`
  t.equal((await official.get(address)).status, 200)

  await wire.cut()
  for (const visitor of [official, office]) {
    const page = await visitor.get(visitor === office ? '/intern' : address)
    t.match(page, { status: 503, headers: { 'retry-after': '30', refresh: '10' }, words: /Verloren ist nichts/ })
  }
  const typed = '"Über" & <so>'
  const quick = await official.autosave('anmerkungen', { anmerkungen: typed })
  t.match(quick, { status: 503, json: { error: 'databaseAway', message: /Verloren ist nichts/ } })
  const whole = await official.save('anmerkungen', { anmerkungen: typed })
  t.match(whole, { status: 503, headers: { refresh: undefined }, words: /steckt in dieser Seite/ })
  t.match(whole.text, 'name="anmerkungen" value="&quot;Über&quot; &amp; &lt;so&gt;"')
  t.equal((await official.get('/healthz')).status, 200)
  t.equal((await official.get('/readyz')).status, 503)

  await wire.mend()
  t.match(await official.save('anmerkungen', { anmerkungen: typed }), { status: 303 }, 'what was sent again is taken')
  t.match((await pool.query("select value from draft_value where field = 'anmerkungen'")).rows, [{ value: typed }])
})

t.test('a full disk loses nothing either', async (t) => {
  const test = await testApp(t)
  const official = await test.login('KM')
  await official.get(`${official.home}/abschnitt/anmerkungen`)
  await test.owner.pool.query(`
    create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger full_disk before insert on draft_value for each row execute function full_disk()`)
  t.match(await official.autosave('anmerkungen', { anmerkungen: 'x' }), {
    status: 503,
    json: { error: 'databaseAway' },
  })
  t.match(await official.save('anmerkungen', { anmerkungen: 'x' }), { status: 503, words: /steckt in dieser Seite/ })
  await test.owner.pool.query('drop trigger full_disk on draft_value')
  t.match(await official.save('anmerkungen', { anmerkungen: 'x' }), { status: 303 })
})

t.test('what is nobody to wait for stays a failure', async (t) => {
  t.notOk(isDatabaseAway(new Error('Cannot read properties of undefined')))
  t.notOk(isDatabaseAway(Object.assign(new Error('duplicate key'), { code: '23505' })))
  t.ok(isDatabaseAway(Object.assign(new Error('unlogged relations during recovery'), { code: '0A000' })))
  t.ok(isDatabaseAway(new Error('x', { cause: Object.assign(new Error(''), { code: '57P01' }) })))
  t.ok(isDatabaseAway(new AggregateError([], '', { cause: Object.assign(new Error(''), { code: 'ECONNREFUSED' }) })))
})
