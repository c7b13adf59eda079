import { randomUUID } from 'node:crypto'
import t from 'tap'
import { listMails } from '../../../../server/store/dispatches.ts'
import { listJobs } from '../../../../server/store/jobs.ts'
import { testApp } from '../../../support/app.ts'
import { mailServer } from '../../../support/mail-server.ts'
import { addAddresses, worker } from '../../../support/mailing.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { until } from '../../../support/until.ts'
import { Visitor } from '../../../support/visitor.ts'
import { whereStands } from '../../../support/where-stands.ts'

const one = '/intern/erhebungen/umfrage-1/teilnehmende/117026'
const at = '/intern/erhebungen/umfrage-1/einladungen/neuer-code/117026'

t.test('a lost code goes out by mail, is nowhere else, and ends the old one with its sessions', async (t) => {
  const smtp = await mailServer(t)
  const test = await testApp(t, {}, { SMTP_URL: smtp.url, MAIL_FROM: 'umfrage@institut.example' })
  await addAddresses(test, { 117026: 'umfrage@goeppingen.example', 117042: '' })
  const clerk = await signIn(test, await staffAccount(test, 'feldbuero'))
  const visitor = await test.login('KM', '117026')
  const enters = async (code: string) => {
    const guest = new Visitor(test.app)
    await guest.get('/zugang')
    return (await guest.post('/zugang', { code })).status === 303
  }
  t.match((await clerk.get(one)).text, `href="${at}"`, 'the page of the participant leads there')
  const page = await clerk.get(at)
  t.match(page.words, /An umfrage@goeppingen\.example ?, mit der Vorlage „Neuer Zugangscode“/)
  const marke = /name="marke" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
  const done = await clerk.post(`${at}/mail`, { marke })
  t.equal(done.location, `${one}?getan=neuer-code`)
  t.match((await clerk.get(done.location)).words, /Die E-Mail mit dem neuen Code geht hinaus/)
  await clerk.post(`${at}/mail`, { marke })
  t.equal((await listJobs(test.db)).length, 1, 'a second click is the same')
  t.ok(await enters(await test.codeFor('117026')), 'until it is on its way the old one holds')

  const app = await worker(test)
  await until(async () => (await listJobs(test.db)).every(({ state }) => state === 'done'))
  await app.close()
  t.match(await listMails(test.db), [{ template: 'neuer-zugangscode', state: 'sent', unit: '117026' }])
  const text = smtp.received[0]?.mail.text ?? ''
  const [code = ''] = /\w{4}-\w{4}-\w{4}-\w{4}/.exec(text) ?? []
  t.equal(smtp.received[0]?.to, 'umfrage@goeppingen.example')
  t.strictSame(await whereStands(test.db, code), [], 'in no table, outbox, job or log')
  t.notOk((await clerk.get(one)).text.includes(code), 'on no page')
  t.ok(await enters(code))
  t.notOk(await enters(await test.codeFor('117026')))
  t.equal((await visitor.get('/erhebung/umfrage-1/117026')).status, 303, 'the session of the old code has ended')

  const none = await clerk.post(`${at.replace('117026', '117042')}/mail`, { marke: randomUUID() })
  t.equal(none.status, 422)
  t.match(none.words, /fehlt eine Adresse/)
  t.equal((await listJobs(test.db)).length, 1)
})
