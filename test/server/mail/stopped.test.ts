import { sql } from 'kysely'
import t from 'tap'
import { stopByHand } from '../../../server/jobs/by-hand.ts'
import { decideDoubt } from '../../../server/mail/decide.ts'
import { queueMailing } from '../../../server/mail/queue.ts'
import { listMails } from '../../../server/store/dispatches.ts'
import { testApp } from '../../support/app.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { answer, mailServer } from '../../support/mail-server.ts'
import { addAddresses, sendNow, worker } from '../../support/mailing.ts'
import { until } from '../../support/until.ts'

const one = { 117019: 'umfrage@eislingen.example' }

async function office(t: Teardown, url: string) {
  const test = await testApp(t, {}, { SMTP_URL: url, MAIL_FROM: 'umfrage@institut.example' })
  await addAddresses(test, one)
  return test
}

t.test('a mailing that is stopped while the mail server says "later" is stopped, and can be sent anew', async (t) => {
  let job = 0
  let isStopped = false
  const server = await mailServer(t, {
    onText: async () => {
      if (isStopped) return undefined
      isStopped = await stopByHand(test.db, job, undefined)
      return answer(451, 'greylisted')
    },
  })
  const test = await office(t, server.url)
  job = await queueMailing(test.db, test.config.mail, { wave: 'umfrage-1', template: 'einladung' })
  const app = await worker(test)
  await until(async () => (await listMails(test.db)).some(({ problem }) => problem !== ''))
  await app.close()
  t.match(await listMails(test.db), [{ state: 'stopped', problem: /greylisted/ }])
  t.match(await sendNow(test, { template: 'einladung' }), { state: 'done', total: 1 })
  t.equal(server.received.length, 1)
})

t.test('what was in the air when a server died is doubtful also where its mailing was stopped', async (t) => {
  const server = await mailServer(t)
  const test = await office(t, server.url)
  const job = await queueMailing(test.db, test.config.mail, { wave: 'umfrage-1', template: 'einladung' })
  await sql`insert into contact.dispatch (participant_id, template, key, way, recipient, message_id, state, job_id, tried_at)
    values (${test.participants.get('117019')}, 'einladung', 'einladung', 'mail', 'umfrage@eislingen.example', '<1@x.example>',
      'sending', ${job}, now() - interval '16 minutes')`.execute(test.db)
  await stopByHand(test.db, job, undefined)
  await sendNow(test, { template: 'erinnerung' })
  t.match(
    (await listMails(test.db)).find(({ template }) => template === 'einladung'),
    { state: 'uncertain' },
  )
})

t.test('a doubt ends together with what is sent anew, or not at all', async (t) => {
  const server = await mailServer(t)
  const test = await office(t, server.url)
  await sendNow(test, { template: 'erinnerung' })
  await sql`update contact.dispatch set state = 'uncertain'`.execute(test.db)
  await test.owner.pool.query(`
    create function full_disk() returns trigger language plpgsql as $$ begin raise 'no space' using errcode = '53100'; end $$;
    create trigger full_disk before insert on job for each row execute function full_disk()`)
  const [mail] = await listMails(test.db)
  await t.rejects(decideDoubt(test.db, { mail: mail?.id ?? 0, decision: 'again' }))
  t.match(await listMails(test.db), [{ state: 'uncertain' }])
})
