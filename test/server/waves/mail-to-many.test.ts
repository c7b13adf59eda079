import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import t from 'tap'
import { findJobByKey, listJobs } from '../../../server/store/jobs.ts'
import { findWave } from '../../../server/store/waves.ts'
import { decide, propose } from '../../../server/waves/approve.ts'
import { testApp } from '../../support/app.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { addAddresses, sendNow } from '../../support/mailing.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { until } from '../../support/until.ts'

/** Three Kommunen that can be written to, and two for whom that is too many for one account. */
async function office(t: Teardown, above = '2') {
  const test = await testApp(t, {}, { STICHTAG_TWO_ACCOUNTS_ABOVE: above })
  await addAddresses(test)
  const first = await staffAccount(test, 'feldbuero')
  const second = await staffAccount(test, 'administration')
  const wave = await findWave(test.db, 'umfrage-1')
  if (wave === undefined) throw new Error('the wave is gone')
  const ask = (asked: Record<string, unknown>) =>
    propose(test, { act: 'send_mail', wave, asked, reason: '', by: first.id, mark: randomUUID() })
  return { test, first, second, wave, ask, jobs: async () => (await listJobs(test.db)).length }
}

t.test('at the number it goes, above it waits, whole or with exceptions', async (t) => {
  const { test, second, ask, jobs } = await office(t)
  const [one] = [...test.participants.values()]
  t.match(await ask({ template: 'erinnerung', except: [one] }), { done: /geplant/ })
  t.match(await ask({ template: 'erinnerung', only: [one] }), { done: /geplant/ })
  t.equal(await jobs(), 2)
  const waits = await ask({ template: 'erinnerung' })
  t.match(waits, { waits: Number, isNew: true })
  t.match(await ask({ template: 'erinnerung' }), { isNew: false }, 'the same again is the same')
  t.match(await ask({ template: 'erinnerung-nicht-geoeffnet' }), { isNew: true })
  t.equal(await jobs(), 2, 'nothing is planned before somebody agreed')
  t.match(await ask({ template: 'nichts' }), { faults: [/gibt es nicht/] })
  t.match(await ask({ template: 'neuer-zugangscode' }), { faults: [/wählen Sie aus/] })
  if (!('waits' in waits)) throw new Error('it did not wait')
  t.match(await decide(test, waits.waits, 'agreed', second.id), { isDone: true, said: /geplant/ })
  t.equal(await jobs(), 3)
})

t.test('what was planned while few met the condition does not reach many at its hour', async (t) => {
  const { test, wave, first } = await office(t)
  const job = await sendNow(test, { template: 'einladung', most: 2 })
  t.match(job, { state: 'failed', problem: /trifft jetzt auf 3 zu; .* höchstens 2\. Es ging keine hinaus/ })
  await test.db.updateTable('wave').set({ state: 'created', frist: '2098-12-31' }).execute()
  const created = { ...wave, state: 'created' as const }
  const plan = { template: 'erinnerung', at: '2098-12-01T08:00:00.000Z' }
  const mark = randomUUID()
  const asked = { act: 'send_mail', wave: created, asked: plan, reason: '', by: first.id, mark } as const
  t.match(await propose(test, asked), { waits: Number }, 'who is not asked yet is counted')
  t.equal(await findJobByKey(test.db, `mail ${mark}`), undefined)
})

t.test('on the page: planned by one, with what is known of it, and agreed to by the other', async (t) => {
  const { test, first, second, jobs } = await office(t)
  const [clerk, other] = [await signIn(test, first), await signIn(test, second)]
  const seen = await clerk.get('/intern/post/sendung?welle=umfrage-1&vorlage=erinnerung')
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(seen.text)?.[1] ?? ''
  t.match(seen.words, /An mehr als 2 geht erst etwas, wenn ein zweites Konto zustimmt/)
  const form = { welle: 'umfrage-1', vorlage: 'erinnerung', tag: '', stunde: '9', marke: value('marke') }
  const planned = await clerk.post('/intern/post/sendung', { ...form, gezeigt: '' })
  t.match(planned, { status: 303, location: '/intern/post?welle=umfrage-1&getan=vorgeschlagen' })
  t.match((await clerk.get('/intern/post?getan=vorgeschlagen')).words, /sobald ein zweites Konto zustimmt/)
  t.equal(await jobs(), 0)
  const waiting = await other.get('/intern/freigaben')
  t.match(waiting.words, /E-Mails senden: .*Erinnerung: noch nicht abgesendet.* zurzeit 3 .*sofort nach der Zustimmung/)
  t.match((await other.post('/intern/freigaben/1', { antwort: 'agreed' })).status, 303)
  t.equal(await jobs(), 1)
})

t.test('on the page below the number: at once', async (t) => {
  const { test, first, jobs } = await office(t, '3')
  const clerk = await signIn(test, first)
  const seen = await clerk.get('/intern/post/sendung?welle=umfrage-1&vorlage=erinnerung')
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(seen.text)?.[1] ?? ''
  t.notMatch(seen.words, /zweites Konto/)
  const form = { welle: 'umfrage-1', vorlage: 'erinnerung', marke: value('marke'), gezeigt: '' }
  for (let time = 0; time < 2; time += 1)
    t.match(await clerk.post('/intern/post/sendung', form), { location: '/intern/post?welle=umfrage-1&getan=geplant' })
  t.equal(await jobs(), 1, 'a second click is the same')
})

t.test('what changes while somebody agrees is seen, or waits', async (t) => {
  const { test, second, ask, jobs } = await office(t)
  const waits = await ask({ template: 'erinnerung' })
  if (!('waits' in waits)) throw new Error('it did not wait')
  let decided: ReturnType<typeof decide> | undefined
  await test.db.transaction().execute(async (trx) => {
    await trx.updateTable('wave').set({ frist: '2098-12-30' }).where('id', '=', 'umfrage-1').execute()
    decided = decide(test, waits.waits, 'agreed', second.id)
    await until(
      async () =>
        (
          await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
            test.db,
          )
        ).rows.length > 0,
    )
  })
  t.match(await decided, { isDone: false, said: /wurde seither geändert/ })
  t.equal(await jobs(), 0)
})
