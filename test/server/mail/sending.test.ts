import { sql } from 'kysely'
import t from 'tap'
import { hashAccessCode } from '../../../server/domain/access-code.ts'
import { queueMailing } from '../../../server/mail/queue.ts'
import { findByCode } from '../../../server/store/access-codes.ts'
import { listMails } from '../../../server/store/dispatches.ts'
import { retryJob } from '../../../server/store/jobs.ts'
import { testApp } from '../../support/app.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { answer, mailServer, rudeMailServer } from '../../support/mail-server.ts'
import { addAddresses, sendNow, worker } from '../../support/mailing.ts'
import { until } from '../../support/until.ts'

const from = {
  MAIL_FROM: '"Geschäftsstelle für Umfragen" <umfrage@institut.example>',
  MAIL_REPLY_TO: 'antwort@institut.example',
}
const codeIn = (text = '') => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? ''

/** A wave whose Kommunen can be written to over a mail server. */
async function mailing(t: Teardown, url: string, env: Record<string, string> = {}) {
  const test = await testApp(t, {}, { SMTP_URL: url, ...from, ...env })
  await addAddresses(test)
  return test
}

const states = async ({ db }: Parameters<typeof addAddresses>[0]) =>
  (await listMails(db)).map(({ unit, state }) => [unit, state]).sort()

t.test('an invitation arrives with its umlauts, and its code lets in', async (t) => {
  const server = await mailServer(t)
  const test = await mailing(t, server.url)
  t.match(await sendNow(test, { template: 'einladung' }), { state: 'done', done: 3, total: 3 })
  t.equal(server.received.length, 3)
  const mail = server.received.find(({ to }) => to === 'umfrage@goeppingen.example')?.mail
  t.match(mail?.from?.value, [{ name: 'Geschäftsstelle für Umfragen', address: 'umfrage@institut.example' }])
  t.match(mail?.replyTo?.value, [{ address: 'antwort@institut.example' }])
  t.match(mail?.to, { value: [{ name: 'Stadt Göppingen, Jörg Müßig', address: 'umfrage@goeppingen.example' }] })
  t.match(mail?.subject, /^Umfrage zur Lage der Geflüchteten .*: Ihr Zugang$/)
  t.match(mail?.text, /Guten Tag Jörg Müßig,\n\nwir bitten Stadt Göppingen um Auskunft für die Erhebung „Umfrage/)
  t.match(mail?.html, /Jörg Müßig/)
  t.notMatch(mail?.html, /<img|<script|src=|url\(/, 'nothing comes from elsewhere')
  const code = codeIn(mail?.text)
  const found = await findByCode(test.db, hashAccessCode(code, test.keys.accessCode))
  t.match(found, { unit: '117026' })
  const kept = await sql<{
    all: string
  }>`select coalesce(json_agg(d)::text, '') || coalesce((select json_agg(j)::text from job j), '')
    || coalesce((select json_agg(a)::text from audit a), '') as all from contact.dispatch d`.execute(test.db)
  for (const form of [code, code.replaceAll('-', '')]) t.notOk(kept.rows[0]?.all.includes(form), 'no code in clear')
  t.notMatch(kept.rows[0]?.all, /"code_hash":"/)
  t.match(
    await sendNow(test, { template: 'einladung' }),
    { state: 'done', total: 0 },
    'whoever has a code is not invited again',
  )
  t.equal(server.received.length, 3)
})

t.test('a refused recipient harms its own line alone, and its old code goes on', async (t) => {
  const server = await mailServer(t, {
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.includes('salach') ? answer(550, 'mailbox unknown') : null),
  })
  const test = await mailing(t, server.url)
  const old = await test.codeFor('117042')
  const job = await sendNow(test, { template: 'neuer-zugangscode', only: [...test.participants.values()] })
  t.match(job, { state: 'done', done: 3 })
  t.strictSame(await states(test), [
    ['117019', 'sent'],
    ['117026', 'sent'],
    ['117042', 'refused'],
  ])
  const [line] = await listMails(test.db, { state: 'refused' })
  t.match(line?.problem, /Der Mailserver hat die Adresse abgelehnt: 550.* mailbox unknown/)
  t.match(await findByCode(test.db, hashAccessCode(old, test.keys.accessCode)), { unit: '117042' })
})

t.test('what was refused goes again once the address is right, and not before', async (t) => {
  const server = await mailServer(t, {
    onRcptTo: ({ address }, _session, callback) => callback(address.includes('salahc') ? answer(550, 'unknown') : null),
  })
  const test = await mailing(t, server.url)
  await test.db
    .updateTable('contact.address')
    .set({ mail: 'post@salahc.example' })
    .where('unit', '=', '117042')
    .execute()
  t.match(await sendNow(test, { template: 'einladung' }), { done: 3 })
  t.match(await sendNow(test, { template: 'einladung' }), { done: 0, total: 0 })
  await test.db
    .updateTable('contact.address')
    .set({ mail: 'post@salach.example' })
    .where('unit', '=', '117042')
    .execute()
  t.match(await sendNow(test, { template: 'einladung' }), { done: 1, total: 1 })
  t.match(server.received.map(({ to }) => to).at(-1), 'post@salach.example')
  t.strictSame(await states(test), [
    ['117019', 'sent'],
    ['117026', 'sent'],
    ['117042', 'refused'],
    ['117042', 'sent'],
  ])
})

t.test('the old code ends when the mail with the new one is on its way', async (t) => {
  const during: unknown[] = []
  const server = await mailServer(t, {
    onText: async () => {
      during.push(await findByCode(test.db, hashAccessCode(old, test.keys.accessCode)))
      return undefined
    },
  })
  const test = await mailing(t, server.url)
  const old = await test.codeFor('117019')
  await sendNow(test, { template: 'neuer-zugangscode', only: [test.participants.get('117019') ?? 0] })
  t.match(during, [{ unit: '117019' }])
  t.equal(await findByCode(test.db, hashAccessCode(old, test.keys.accessCode)), undefined)
  const code = codeIn(server.received[0]?.mail.text)
  t.match(await findByCode(test.db, hashAccessCode(code, test.keys.accessCode)), { unit: '117019' })
})

t.test('a server that is down or says not now is tried again, and nothing is lost', async (t) => {
  const gone = await mailServer(t)
  await gone.close()
  const test = await mailing(t, gone.url)
  const job = await sendNow(test, { template: 'einladung' })
  t.match(job, { state: 'waiting', tries: 1, problem: /Der Mailserver ist nicht erreichbar/ })
  const pause = job.dueAt.getTime() - Date.now()
  t.ok(pause > 30_000 && pause <= 60_000, 'a minute')
  t.strictSame(await states(test), [
    ['117019', 'waiting'],
    ['117026', 'waiting'],
    ['117042', 'waiting'],
  ])
  const ids = (await listMails(test.db)).map(({ messageId }) => messageId)

  const port = Number(new URL(gone.url).port)
  let texts = 0
  const back = await mailServer(t, {
    port,
    // Grey-listed once: the first of them comes later.
    onText: () => {
      texts += 1
      return texts === 1 ? answer(451, 'come back later') : undefined
    },
  })
  await test.db.updateTable('job').set({ due_at: new Date(), problem: '' }).execute()
  const app = await worker(test)
  await until(() => back.received.length === 2)
  await until(async () => (await test.db.selectFrom('job').where('problem', '<>', '').selectAll().execute()).length > 0)
  t.match(await test.db.selectFrom('job').selectAll().executeTakeFirst(), { state: 'waiting', problem: /Einzelne/ })
  await sql`update contact.dispatch set not_before = now() where state = 'waiting'`.execute(test.db)
  await test.db.updateTable('job').set({ due_at: new Date() }).execute()
  await until(() => back.received.length === 3)
  await until(
    async () => (await test.db.selectFrom('job').where('state', '=', 'done').selectAll().execute()).length > 0,
  )
  await app.close()
  t.strictSame(
    back.received.map(({ messageId }) => messageId).sort(),
    ids.sort(),
    'under the same Message-IDs, once each',
  )
})

t.test('a password or a sender that is refused stops all, and can be tried again', async (t) => {
  const server = await mailServer(t, {
    authOptional: false,
    onAuth: ({ password }, _session, callback) =>
      callback(password === 'right' ? null : answer(535, 'no'), { user: 'x' }),
  })
  const test = await mailing(t, server.url.replace('//', '//name:wrong@'))
  t.match(await sendNow(test, { template: 'einladung' }), { state: 'failed', problem: /Name oder Kennwort nicht an/ })
  t.strictSame(
    (await states(test)).map(([, state]) => state),
    ['waiting', 'waiting', 'waiting'],
  )
  const { smtp } = test.config.mail
  if (smtp !== undefined) smtp.auth = { user: 'name', pass: 'right' }
  t.ok(await retryJob(test.db, (await test.db.selectFrom('job').select('id').executeTakeFirstOrThrow()).id))
  const app = await worker(test)
  await until(() => server.received.length === 3)
  await app.close()
  t.equal(server.received.length, 3)
})

t.test(
  'a line that breaks while the text is handed over leaves doubt: listed, never sent again, the new code holds',
  async (t) => {
    const rude = await rudeMailServer(t)
    const test = await mailing(t, rude.url)
    const old = await test.codeFor('117019')
    const job = await sendNow(test, { template: 'neuer-zugangscode', only: [test.participants.get('117019') ?? 0] })
    t.match(job, { state: 'done', done: 1 })
    t.equal(rude.texts(), 1, 'once')
    t.match(await listMails(test.db, { state: 'uncertain' }), [{ unit: '117019', problem: /brach ab, während/ }])
    t.equal(await findByCode(test.db, hashAccessCode(old, test.keys.accessCode)), undefined)
    const codes = await test.db.selectFrom('access_code').selectAll().where('revoked_at', 'is', null).execute()
    t.equal(codes.length, 1, 'whoever got the mail gets in')
  },
)

t.test('the limit of an hour holds for all servers together', async (t) => {
  const server = await mailServer(t)
  const test = await mailing(t, server.url, { MAIL_PER_HOUR: '2' })
  const { db, config } = test
  for (const template of ['einladung', 'erinnerung'])
    await queueMailing(db, config.mail, { wave: 'umfrage-1', template })
  const servers = [await worker(test), await worker(test)]
  const putOff = () =>
    db.selectFrom('job').selectAll().where('problem', 'like', 'Mehr als 2 E-Mails je Stunde%').execute()
  await until(async () => (await putOff()).length === 2)
  for (const one of servers) await one.close()
  t.equal(server.received.length, 2)
  for (const { due_at } of await putOff()) {
    const minutes = (due_at.getTime() - Date.now()) / 60_000
    t.ok(minutes > 57 && minutes <= 60, 'until the first of them is an hour old')
  }
})

t.test('whoever is done, has declined or has asked not to is left out, even where the list was older', async (t) => {
  const server = await mailServer(t, {
    onText: async () => {
      await sql`update participant set standing = 'declined', standing_at = now() where unit = '117042'`.execute(
        test.db,
      )
      return undefined
    },
  })
  const test = await mailing(t, server.url)
  const job = await sendNow(test, { template: 'erinnerung', except: [test.participants.get('117026') ?? 0] })
  t.match(job, { state: 'done', total: 2 })
  t.strictSame(await states(test), [
    ['117019', 'sent'],
    ['117042', 'stopped'],
  ])
  t.notMatch(server.received[0]?.mail.text, /[0-9A-Z]{4}-[0-9A-Z]{4}-/, 'a reminder carries no code')
})

t.test('an address that is erased while its mail waits gets none', async (t) => {
  const server = await mailServer(t)
  const test = await mailing(t, server.url)
  const id = await queueMailing(test.db, test.config.mail, { wave: 'umfrage-1', template: 'erinnerung' })
  await sql`update job set detail = detail || '{"enlisted": true}' where id = ${id}`.execute(test.db)
  for (const unit of ['117019', '117026'])
    await sql`insert into contact.dispatch (participant_id, template, key, way, recipient, message_id, state, job_id)
      values (${test.participants.get(unit)}, 'erinnerung', 'x', 'mail', 'alt@x.example', ${`<${unit}@x>`}, 'waiting', ${id})`.execute(
      test.db,
    )
  await test.owner.db.deleteFrom('contact.address').where('unit', '=', '117019').execute()
  const app = await worker(test)
  await until(async () => (await listMails(test.db, { state: 'waiting' })).length === 0)
  await app.close()
  t.strictSame(
    server.received.map(({ to }) => to),
    ['umfrage@goeppingen.example'],
  )
  t.match(await listMails(test.db, { state: 'stopped' }), [{ unit: '117019', problem: /keine E-Mail-Adresse/ }])
})
