import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { readConfig } from '../../server/boot/config.ts'
import type { Db } from '../../server/database/database.ts'
import { queueMailing } from '../../server/mail/queue.ts'
import { projectRoot } from '../../server/project-root.ts'
import { listMails } from '../../server/store/dispatches.ts'
import { findJob } from '../../server/store/jobs.ts'
import { type Child, startChild } from '../support/child.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { lineTo } from '../support/line-to-mail.ts'
import { answer, mailServer } from '../support/mail-server.ts'
import { manyPeople } from '../support/many-people.ts'
import { until } from '../support/until.ts'

const all = 1_101
/** Minutes: a part of it, by kills alone, is with all other tests in `mail-kills`. */
const skip = process.env.ENDURANCE === '1' ? false : 'npm run endurance'
/** What happens to a mailing, in turn, after equal numbers of mails. */
const troubles = [
  'killed before it hears',
  'line cut before the answer',
  'refused for ever',
  'killed at the answer',
  'slow',
  'line cut in the text',
  'put off',
  'down',
  'killed before it hears',
] as const
const every = Math.floor(all / (troubles.length + 1))
/** After these nobody knows whether the mail was taken, and after those it may be so. */
const doubted = troubles.filter((one) => one === 'killed before it hears' || one.startsWith('line cut')).length
const doubtful = doubted + troubles.filter((one) => one === 'killed at the answer' || one === 'down').length

t.test(
  'invitations and reminders through all that can befall a mail server: none twice, each doubt listed',
  { skip },
  async (t) => {
    const { db, url } = await freshDatabase(t)
    await manyPeople(db, all)
    await sql`insert into contact.address (unit, recipient, mail, source)
    select unit, 'Stadt ' || unit, 'post@' || unit || '.example', 'file' from participant`.execute(db)
    let child: Child | undefined
    let texts = 0
    const server = await mailServer(t, { onText: () => befall() })
    const line = await lineTo(t, server.url)

    async function kill(dying: Child | undefined) {
      dying?.process.kill('SIGKILL')
      await dying?.ended
    }

    async function befall(): Promise<Error | undefined> {
      texts += 1
      const at = texts / every - 1
      const trouble = troubles[at]
      if (trouble === 'killed before it hears') await kill(child)
      if (trouble === 'killed at the answer') setTimeout(() => void kill(child), 3)
      if (trouble === 'line cut before the answer') line.cut()
      if (trouble === 'line cut in the text') line.cutInText()
      if (trouble === 'slow') await sleep(3_000)
      if (trouble === 'down') setTimeout(() => void line.down(1_500), 5)
      if (trouble === 'refused for ever') return answer(554, 'no')
      return trouble === 'put off' ? answer(451, 'later') : undefined
    }

    const env = {
      ...{ DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40), PORT: '0', LOG_LEVEL: 'error' },
      ...{ SMTP_URL: line.url, MAIL_FROM: 'umfrage@institut.example', MAIL_PER_HOUR: '99999' },
    }
    const read = readConfig(env)
    if ('problems' in read) throw new Error(read.problems.join())
    t.teardown(async () => {
      child?.process.kill('SIGTERM')
      await child?.ended
    })

    for (const template of ['einladung', 'erinnerung']) {
      texts = 0
      const [before, seenBefore] = [server.received.length, server.seen.length]
      const job = await queueMailing(db, read.config.mail, { wave: 'umfrage-1', template })
      const isDone = async () => (await findJob(db, job))?.state === 'done'
      const begun = Date.now()
      while (!(await isDone())) {
        const run = child ?? startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
        child = run
        const isGone = () => run.process.exitCode !== null || run.process.signalCode !== null
        await until(async () => {
          await hurry(db)
          const at = await findJob(db, job)
          if (at?.state === 'failed') throw new Error(`${at.problem} ${run.output().stdout} ${run.output().stderr}`)
          return isGone() || (await isDone())
        }, 240)
        if (!isGone()) break
        if (run.process.signalCode === null) throw new Error(`it ended by itself: ${run.output().stderr}`)
        child = undefined
        // As if a minute had passed.
        await sql`update job set seen_at = now() - interval '2 minutes' where state = 'running'`.execute(db)
      }
      await sleep(200)
      const seconds = Math.round((Date.now() - begun) / 1_000)
      const received = server.received.slice(before).map(({ messageId }) => messageId)
      const mails = (await listMails(db, { most: 10_000 })).filter((mail) => mail.template === template)
      const ids = (state: string) =>
        new Set(mails.filter((one) => one.state === state).map(({ messageId }) => messageId))
      const [sent, refused, uncertain] = [ids('sent'), ids('refused'), ids('uncertain')]
      const counts = `${sent.size} sent, ${refused.size} refused, ${uncertain.size} uncertain, ${received.length} received`
      t.comment(`${template}: ${counts}, in ${seconds} s`)
      t.equal(texts >= every * troubles.length, true, 'all of it befell')
      t.equal(mails.length, all, 'one line each')
      t.equal(sent.size + refused.size + uncertain.size, all, 'each has an end, and a Message-ID of its own')
      t.equal(new Set(received).size, received.length, 'none was accepted twice')
      const taken = server.seen.slice(seenBefore)
      const again = taken.length - new Set(taken).size
      t.equal(again, 1, 'nothing was handed over again but what was put off')
      const to = server.received.slice(before).map((one) => one.to)
      t.equal(new Set(to).size, to.length, 'nobody has two')
      t.strictSame(
        [...sent].filter((id) => !received.includes(id ?? '')),
        [],
        'what counts as sent has arrived',
      )
      t.strictSame(
        [...refused].filter((id) => received.includes(id ?? '')),
        [],
        'what counts as refused has not',
      )
      t.strictSame(
        received.filter((id) => !sent.has(id) && !uncertain.has(id)),
        [],
        'what has arrived is known, or doubted',
      )
      t.equal(refused.size, 1)
      t.ok(uncertain.size >= doubted && uncertain.size <= doubtful, `${doubted} to ${doubtful} doubts`)
    }
  },
)

/** What waits for its hour does so no longer: pauses are an hour long at most, and no test waits for them. */
async function hurry(db: Db): Promise<void> {
  await sql`update job set due_at = now() where state = 'waiting' and due_at > now()`.execute(db)
  await sql`update contact.dispatch set not_before = now() where state = 'waiting' and not_before > now()`.execute(db)
}
