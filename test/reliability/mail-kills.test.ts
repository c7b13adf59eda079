import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { readConfig } from '../../server/boot/config.ts'
import { queueMailing } from '../../server/mail/queue.ts'
import { projectRoot } from '../../server/project-root.ts'
import { listMails } from '../../server/store/dispatches.ts'
import { findJob } from '../../server/store/jobs.ts'
import { amount } from '../support/amount.ts'
import { type Child, startChild } from '../support/child.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { answer, mailServer } from '../support/mail-server.ts'
import { manyPeople } from '../support/many-people.ts'
import { until } from '../support/until.ts'

const all = amount(120, 1_101)
/** After so many mails the server is killed: with the text in its hands, or just when it was thanked for. */
const kills = amount(2, 9)
const every = Math.floor(all / (kills + 1))

t.test('servers killed while they send: each mail once, every doubt listed, none sent again', async (t) => {
  const { db, url } = await freshDatabase(t)
  await manyPeople(db, all)
  await sql`insert into contact.address (unit, recipient, mail, source)
    select unit, 'Stadt ' || unit, 'post@' || unit || '.example', 'file' from participant`.execute(db)
  let child: Child | undefined
  let killed = 0
  let texts = 0
  const server = await mailServer(t, {
    async onText() {
      texts += 1
      if (killed < kills && texts % every === 0 && child !== undefined) {
        killed += 1
        const dying = child
        // Either before it hears that its mail was accepted, or about then.
        if (killed % 2 === 0) setTimeout(() => dying.process.kill('SIGKILL'), 3)
        else {
          dying.process.kill('SIGKILL')
          await dying.ended
        }
      }
      // Some are put off once, and some are refused for ever.
      return texts % 50 === 7 ? answer(554, 'no') : undefined
    },
  })
  const env = {
    ...{ DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40), PORT: '0', LOG_LEVEL: 'fatal' },
    ...{ SMTP_URL: server.url, MAIL_FROM: 'umfrage@institut.example', MAIL_PER_HOUR: '99999' },
  }
  const read = readConfig(env)
  if ('problems' in read) throw new Error(read.problems.join())
  const id = await queueMailing(db, read.config.mail, { wave: 'umfrage-1', template: 'einladung' })
  t.teardown(async () => {
    child?.process.kill('SIGTERM')
    await child?.ended
  })
  for (;;) {
    const run = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
    child = run
    const state = async () => (await findJob(db, id))?.state
    await until(
      async () => run.process.exitCode !== null || run.process.signalCode !== null || (await state()) === 'done',
      240,
    )
    if ((await state()) === 'done') break
    if (run.process.signalCode === null) throw new Error(`it ended by itself: ${run.output().stderr}`)
    // As if a minute had passed.
    await sql`update job set seen_at = now() - interval '2 minutes' where state = 'running'`.execute(db)
  }
  await sleep(200)
  t.equal(killed, kills)

  const mails = await listMails(db, { most: 10_000 })
  const count = (state: string) => mails.filter((mail) => mail.state === state).length
  t.comment(
    `${count('sent')} sent, ${count('refused')} refused, ${count('uncertain')} uncertain, ${server.received.length} received`,
  )
  t.equal(mails.length, all)
  t.equal(count('sent') + count('refused') + count('uncertain'), all, 'each has an end')
  t.equal(new Set(server.seen).size, server.seen.length, 'no mail was handed over twice')
  const ids = (state: string) => new Set(mails.filter((mail) => mail.state === state).map(({ messageId }) => messageId))
  const received = new Set<string | null>(server.received.map(({ messageId }) => messageId))
  t.ok(
    [...ids('sent')].every((one) => received.has(one)),
    'what counts as sent has arrived',
  )
  t.notOk(
    [...ids('refused')].some((one) => received.has(one)),
    'what counts as refused has not',
  )
  const doubtful = ids('uncertain')
  t.ok(
    [...received].every((one) => ids('sent').has(one) || doubtful.has(one)),
    'what has arrived is known, or doubted',
  )
  t.ok(doubtful.size >= Math.ceil(kills / 2) && doubtful.size <= kills, 'a doubt for a kill')
  const codes = await db.selectFrom('access_code').select('participant_id').where('revoked_at', 'is', null).execute()
  const holding = new Set(codes.map((code) => code.participant_id))
  const inHand = mails.filter(({ state, messageId }) => state !== 'refused' && received.has(messageId))
  t.ok(inHand.length > 0)
  t.ok(
    inHand.every(({ participantId }) => holding.has(participantId)),
    'a code holds for whoever may have it in hand',
  )
})
