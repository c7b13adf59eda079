import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { decideDoubt } from '../../../server/mail/decide.ts'
import { queueMailing } from '../../../server/mail/queue.ts'
import { findByCode } from '../../../server/store/access-codes.ts'
import { openApprovals } from '../../../server/store/approvals.ts'
import { listMails } from '../../../server/store/dispatches.ts'
import { findJob, retryJob } from '../../../server/store/jobs.ts'
import { findWave } from '../../../server/store/waves.ts'
import { propose } from '../../../server/waves/approve.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { mailServer } from '../../support/mail-server.ts'
import { addAddresses, worker } from '../../support/mailing.ts'
import { staffAccount } from '../../support/staff.ts'
import { until } from '../../support/until.ts'

t.test(
  'a restored database sends nothing by itself: what waited is stopped, what was in the air is in doubt',
  async (t) => {
    const server = await mailServer(t)
    const folder = t.testdir({})
    const test = await testApp(t, {}, { SMTP_URL: server.url, MAIL_FROM: 'umfrage@institut.example' })
    const { db, pool, config } = test
    await addAddresses(test)
    const clerk = await staffAccount(test, 'feldbuero')
    const wave = await findWave(db, 'umfrage-1')
    if (wave === undefined) throw new Error('the wave is gone')
    const [sending = 0, waiting = 0] = [...test.participants.values()]

    const begun = await queueMailing(db, config.mail, { wave: wave.id, template: 'einladung' })
    const hash = Buffer.alloc(32, 7)
    await sql`update job set state = 'running', holder = ${randomUUID()}, seen_at = now() - interval '1 day',
    detail = detail || '{"enlisted": true}' where id = ${begun}`.execute(db)
    for (const [id, state] of [
      [sending, 'sending'],
      [waiting, 'waiting'],
    ] as const)
      await sql`insert into contact.dispatch (participant_id, template, key, way, recipient, message_id, state, job_id, code_hash)
      values (${id}, 'einladung', 'einladung', 'mail', 'a@b.example', ${`<${state}@x>`}, ${state}, ${begun},
        ${state === 'sending' ? hash : null})`.execute(db)
    const due = await queueMailing(db, config.mail, { wave: wave.id, template: 'erinnerung' })
    const at = new Date(Date.now() + 3_600_000)
    const planned = await queueMailing(db, config.mail, { wave: wave.id, template: 'letzter-tag', at })
    await propose(
      { db, pool, config: { ...config, twoAccountsAbove: 0 } },
      { act: 'send_mail', wave, asked: { template: 'erinnerung' }, reason: '', by: clerk.id },
    )
    t.equal((await openApprovals(db)).length, 1)

    const file = join(folder, 'sicherung.tar.gz')
    const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: folder }
    t.match(await stichtag(['backup', '--out', file], env), { code: 0 })
    const bare = await bareDatabase(t)
    const { held } = await restoreBackup(bare.pool, { file, passphrase: undefined })
    t.equal(held, 3)

    const back = { ...test, db: bare.db, pool: bare.pool }
    const app = await worker(back, 0.5)
    await sleep(1_500)
    t.equal(server.received.length, 0, 'a server that starts on it sends nothing')
    const sentence = /eingespielt/
    t.match(await findJob(bare.db, begun), { state: 'stopped', problem: sentence })
    t.match(await findJob(bare.db, due), { state: 'failed', problem: sentence })
    t.match(await findJob(bare.db, planned), { state: 'failed', problem: sentence })
    t.match(
      (await listMails(bare.db)).map(({ state, problem }) => [state, problem]),
      [
        ['stopped', sentence],
        ['uncertain', sentence],
      ],
    )
    t.match(await findByCode(bare.db, hash), { participantId: sending }, 'whoever has the mail in hand gets in')
    t.strictSame(await openApprovals(bare.db), [], 'nobody agrees to what may have been done since')

    t.ok(await retryJob(bare.db, planned))
    t.match(await findJob(bare.db, planned), { state: 'waiting', dueAt: at }, 'a plan goes on at its own hour')
    t.ok(await retryJob(bare.db, due))
    await until(async () => server.received.length === 3)
    const [doubt] = await listMails(bare.db, { state: 'uncertain' })
    t.ok(await decideDoubt(bare.db, { mail: doubt?.id ?? 0, decision: 'again' }))
    await until(async () => server.received.length === 4)
    await app.close()
  },
)
