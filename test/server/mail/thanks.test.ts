import { sql } from 'kysely'
import t from 'tap'
import { queueMailing } from '../../../server/mail/queue.ts'
import { thankForReceipts } from '../../../server/mail/thank.ts'
import { listMails } from '../../../server/store/dispatches.ts'
import { listJobs } from '../../../server/store/jobs.ts'
import { setThanks } from '../../../server/store/thanks-due.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { addAddresses, worker } from '../../support/mailing.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { until } from '../../support/until.ts'

/** Fills in a figure and submits; comes back with the receipt. */
async function submit(test: TestApp, unit: string, persons: string): Promise<string> {
  const visitor = await test.login('KM', unit)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: persons })
  const { location } = await visitor.submit()
  return location.split('/').at(-1) ?? ''
}

t.test('who was invited by mail is thanked once for each receipt, where its wave does', async (t) => {
  const test = await testApp(t)
  const { db, config } = test
  await addAddresses(test, { 117019: 'a@eislingen.example', 117026: 'b@goeppingen.example' })
  const only = ['117019', '117042'].map((unit) => test.participants.get(unit) ?? 0)
  for (const id of only)
    await sql`insert into contact.dispatch (participant_id, template, key, way, state)
      values (${id}, 'einladung', 'einladung', 'mail', 'sent')`.execute(db)
  const app = await worker(test)
  const thanked = async () =>
    (await listMails(db))
      .filter(({ template, state }) => template === 'dank' && state === 'sent')
      .map(({ unit, key }) => `${unit} ${key}`)
  const settle = async (count: number) => {
    for (let time = 0; time < 3; time += 1) await thankForReceipts(test)
    await until(async () => (await listJobs(db)).every(({ state }) => state === 'done'))
    for (let time = 0; time < 3; time += 1) await thankForReceipts(test)
    t.equal((await listJobs(db)).length, count)
  }

  const first = await submit(test, '117019', '120')
  await submit(test, '117026', '7')
  await submit(test, '117042', '9')
  t.strictSame(await thanked(), [])
  await settle(1)
  t.strictSame(await thanked(), [`117019 ${first}`], 'not who was invited by letter, nor who has no address')

  await setThanks(db, 'umfrage-1', false)
  const second = await submit(test, '117019', '121')
  t.not(second, first)
  await settle(1)
  t.strictSame(await thanked(), [`117019 ${first}`], 'switched off')
  await setThanks(db, 'umfrage-1', true)
  await settle(1)
  t.strictSame(await thanked(), [`117019 ${first}`], 'what came in before it was switched on is not thanked for')
  const third = await submit(test, '117019', '122')
  await settle(2)
  t.strictSame((await thanked()).toSorted(), [`117019 ${first}`, `117019 ${third}`].toSorted())
  await queueMailing(db, config.mail, { wave: 'umfrage-1', template: 'dank' })
  await until(async () => (await listJobs(db)).every(({ state }) => state === 'done'))
  t.equal((await thanked()).filter((one) => one.endsWith(third)).length, 1, 'nor again by hand')
  await app.close()
})

t.test('the page of a wave says whether it thanks, and switches it off and on', async (t) => {
  const test = await testApp(t)
  const clerk = await signIn(test, await staffAccount(test, 'feldbuero'))
  const at = '/intern/erhebungen/umfrage-1'
  const since = async () => (await test.db.selectFrom('wave').select('thanks_since').executeTakeFirst())?.thanks_since
  t.match((await clerk.get(`${at}/ablauf`)).words, /Eingangsnummer ?, einmal je Eingang\. Das ist eingeschaltet/)
  const off = await clerk.post(`${at}/dank`, { dank: 'aus' })
  t.match((await clerk.get(off.location)).words, /geht nicht mehr von selbst hinaus.*Das ist ausgeschaltet/)
  t.equal(await since(), null)
  await clerk.post(`${at}/dank`, { dank: 'an' })
  t.ok(await since())
  const log = await test.db.selectFrom('audit').select('detail').where('action', '=', 'wave_thanks_set').execute()
  t.strictSame(
    log.map(({ detail }) => detail),
    [{ on: false }, { on: true }],
  )
  await clerk.post(`${at}/probelauf`, { probe: '' })
  t.notMatch((await clerk.get(`${at}-probe/ablauf`)).words, /Dank mit Eingangsnummer/)
  t.equal((await clerk.post(`${at}-probe/dank`, { dank: 'aus' })).status, 400, 'a trial thanks nobody')
})
