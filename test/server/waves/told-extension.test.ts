import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { listMails } from '../../../server/store/dispatches.ts'
import { listExtensions } from '../../../server/store/extensions.ts'
import { listJobs } from '../../../server/store/jobs.ts'
import { dayFromToday } from '../../../server/store/waves.ts'
import { testApp } from '../../support/app.ts'
import { addAddresses, worker } from '../../support/mailing.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { until } from '../../support/until.ts'

const root = '/intern/erhebungen/umfrage-1'

async function office(t: Test, env: Record<string, string> = {}) {
  const test = await testApp(t, {}, env)
  const { db } = test
  await addAddresses(test)
  const first = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const second = await signIn(test, await staffAccount(test, 'feldbuero', 'f.zwei'))
  await db
    .updateTable('wave')
    .set({ frist: await dayFromToday(db, 5) })
    .execute()
  // Somebody who is in no list: else it would be one of all.
  await sql`with one as (insert into gemeinde (gkz, name, kreis, valid_from) values ('117001', 'Adelberg', '117', '2000-01-01')
    returning gkz, valid_from), asked as (
    insert into participant (wave_id, gkz, gemeinde_valid_from) select 'umfrage-1', gkz, valid_from from one returning id)
    insert into draft (participant_id) select id from asked`.execute(test.owner.db)
  const german = async (days: number) => (await dayFromToday(db, days)).split('-').reverse().join('.')
  const app = await worker(test)
  const sent = async () => {
    await until(async () => (await listJobs(db)).every(({ state }) => state === 'done' || state === 'failed'))
    return (await listMails(db))
      .map(({ unit, template, key, state }) => `${unit} ${template} ${key} ${state}`)
      .toSorted()
  }
  await first.get(`${root}/fristen`)
  return { ...test, test, first, second, german, sent, app }
}

t.test('some: those who are expected and have an address are told once, each extension by itself', async (t) => {
  const { db, first, german, sent, login } = await office(t)
  const visitor = await login('KM', '117042')
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '7' })
  await visitor.submit()
  await db.updateTable('contact.address').set({ mail: '' }).where('unit', '=', '117026').execute()
  const form = { wen: 'einige', einheiten: '117019\n117026\n117042', grund: 'Brand' }
  t.match((await first.get(`${root}/fristen`)).words, /„Verlängerung gewährt“ geht sogleich an alle/)
  const done = await first.post(`${root}/fristen`, { ...form, bis: await german(10) })
  t.equal(done.location, `${root}/fristen?verlaengert=ja&mails=1`)
  t.match((await first.get(done.location)).words, /Die Frist ist geändert\. Eine E-Mail darüber geht jetzt hinaus/)
  t.strictSame(await sent(), ['117019 verlaengerung verlaengerung-1 sent'])
  await first.post(`${root}/fristen`, { ...form, bis: await german(12), bescheid: 'keiner' })
  t.equal((await sent()).length, 1, 'nothing where none was asked for')
  const page = await first.get(`${root}/teilnehmende/117019`)
  t.match(page.words, /„Verlängerung gewährt“ geht sogleich an umfrage@eislingen\.example/)
  t.match((await first.get(`${root}/teilnehmende/117042`)).words, /Eine E-Mail darüber geht nicht hinaus/)
  const one = { bis: await german(14), grund: 'Umzug', zurueck: `${root}/teilnehmende/117019` }
  t.match((await first.post(`${root}/teilnehmende/117019/frist`, one)).location, /verlaengert=ja&mails=1$/)
  t.strictSame(await sent(), ['117019 verlaengerung verlaengerung-1 sent', '117019 verlaengerung verlaengerung-3 sent'])
})

t.test('all: agreed to with the number of mails, and not to who has a later day already', async (t) => {
  const { db, first, second, german, sent } = await office(t)
  const some = { wen: 'einige', einheiten: '117042', grund: 'Brand', bescheid: 'keiner' }
  await first.post(`${root}/fristen`, { ...some, bis: await german(30) })
  const form = { wen: 'alle', einheiten: '', grund: 'Schnee' }
  await first.post(`${root}/fristen`, { ...form, bis: await german(10) })
  t.strictSame(await sent(), [], 'nobody is told what nobody has agreed to')
  t.match((await second.get('/intern/freigaben')).words, /E-Mail „Verlängerung gewährt“ sogleich, zurzeit an 2/)
  await second.post('/intern/freigaben/1', { antwort: 'agreed' })
  t.strictSame(await sent(), ['117019 verlaengerung verlaengerung-2 sent', '117026 verlaengerung verlaengerung-2 sent'])
  await first.post(`${root}/fristen`, { ...form, bis: await german(7) })
  t.match((await second.get('/intern/freigaben')).words, /früher als bisher.*zurzeit an 0/)
  await second.post('/intern/freigaben/2', { antwort: 'agreed' })
  t.equal((await sent()).length, 2, 'less time is no extension')
  t.equal((await listExtensions(db, 'umfrage-1')).length, 3)
})

t.test('to more than one account may, the mail waits and the extension holds', async (t) => {
  const { db, first, second, german, sent } = await office(t, { STICHTAG_TWO_ACCOUNTS_ABOVE: '2' })
  const form = { wen: 'einige', einheiten: '117019\n117026\n117042', grund: 'Brand', bis: await german(10) }
  const done = await first.post(`${root}/fristen`, form)
  t.match((await first.get(done.location)).words, /Die Frist ist geändert\. 3 E-Mails darüber warten auf ein zweites/)
  t.strictSame(await sent(), [])
  await second.get('/intern/freigaben')
  await second.post('/intern/freigaben/1', { antwort: 'agreed' })
  t.equal((await sent()).length, 3)
  t.equal((await listExtensions(db, 'umfrage-1')).length, 1)
})

t.test('what is given back before its mail went is not told', async (t) => {
  const { test, first, german, sent, app } = await office(t)
  await app.close()
  await first.post(`${root}/fristen`, { wen: 'einige', einheiten: '117019', grund: 'Brand', bis: await german(10) })
  await first.post(`${root}/fristen/zuruecknehmen`, { verlaengerung: '1' })
  const again = await worker(test)
  t.strictSame(await sent(), [])
  await again.close()
})
