import { InputError } from '../errors/input-error.ts'
import { type JobKind, Later, type Task } from '../jobs/job.ts'
import { countMails, enlist, stopMails } from '../store/dispatches.ts'
import { doubtMails, takeMail } from '../store/sending.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { domainOf } from './mail-address.ts'
import { type Mailing, mailingOf } from './mailing.ts'
import { recipientsOf } from './recipients.ts'
import { type Became, nothingSent, sendOne, writerOf } from './send-one.ts'
import { loadTemplate } from './template-files.ts'
import { type Template, templateOf } from './templates.ts'
import { openTransport } from './transport.ts'

/** So long a mail server that takes nothing is left alone: longer each time, at most an hour. */
const shortestPause = 60_000
const longestPause = 3_600_000
export const pauseAfter = (tries: number): number => Math.min(shortestPause * 2 ** tries, longestPause)

export const died = 'Der Server endete, während diese E-Mail übergeben wurde.'

/** Sends a mailing: whom it goes to is decided when it begins, and looked at again before each mail. */
export const mailing: JobKind = {
  label: 'E-Mails senden',
  mayRetry: true,
  stopped: stopMails,
  async run(task) {
    const { job } = task
    const wanted = mailingOf(job)
    const template = templateOf(wanted.template)
    if (template === undefined || job.wave === null)
      throw new InputError(`Die Vorlage „${wanted.template}“ gibt es nicht mehr.`)
    await doubtMails(task.context.db, { job: job.id, problem: died })
    if (!wanted.enlisted && !(await enlistAll(task, template, wanted, job.wave))) return
    const became = nothingSent()
    try {
      const { text } = await loadTemplate(task.context.config.mail, template)
      const write = writerOf({ context: task.context, wave: job.wave, template, text })
      await sendAll(task, { write, carriesCode: template.carriesCode, became })
    } finally {
      await noteSent(task, template, became)
    }
  },
}

const tooMany = (count: number, most: number) =>
  `Die Bedingung trifft jetzt auf ${count} zu; ohne ein zweites Konto gehen E-Mails an höchstens ${most}. Es ging keine hinaus. ` +
  'Bitte planen Sie die Sendung neu.'

async function enlistAll(task: Task, template: Template, wanted: Mailing, wave: string): Promise<boolean> {
  const { context, job, holder } = task
  const { only, except, most } = wanted
  const { all } = await recipientsOf(context, template, {
    ...{ wave, only, job: job.id },
    at: new Date(),
    accountId: job.accountId,
  })
  const meant = all.map(({ participant }) => participant).filter(({ id }) => !except.includes(id))
  if (most !== undefined && meant.length > most) throw new InputError(tooMany(meant.length, most))
  const mails = meant.map((one) => ({ participantId: one.id, key: template.keyOf(one, job.id), recipient: one.mail }))
  const domain = domainOf(context.config.mail.from)
  const of = { job: job.id, holder, template: template.name, domain, accountId: job.accountId }
  return (await enlist(context.db, mails, of)) !== undefined
}

type Sending = Pick<Parameters<typeof sendOne>[0], 'write' | 'carriesCode' | 'became'>

/** Sends what a job has written into the outbox. */
export async function sendAll(task: Task, sending: Sending): Promise<void> {
  const { context, job, holder, signal } = task
  const { db, config } = context
  const transport = openTransport(config.mail)
  const perHour = config.mail.smtp === undefined ? undefined : config.mail.perHour
  try {
    while (!signal.aborted) {
      const { done, total } = await countMails(db, job.id)
      await task.progress(done, total)
      const taken = await takeMail(db, { job: job.id, holder, perHour })
      if (taken === undefined) break
      if ('limitUntil' in taken) throw new Later(`Mehr als ${perHour} E-Mails je Stunde gehen nicht.`, taken.limitUntil)
      const stop = await sendOne({ context, transport, ...sending }, taken.mail)
      if (stop?.kind === 'impossible') throw new InputError(stop.problem)
      if (stop?.kind === 'later')
        throw new Later(stop.problem, new Date(Date.now() + pauseAfter(job.tries)), job.tries + 1)
    }
  } finally {
    transport.close()
  }
  const { next } = await countMails(db, job.id)
  if (next !== null && !signal.aborted) throw new Later('Einzelne E-Mails nimmt der Mailserver erst später an.', next)
}

/** What came of it, for the log: numbers alone. */
export async function noteSent(
  { context: { db }, job }: Task,
  { name }: Pick<Template, 'name'>,
  became: Became,
): Promise<void> {
  const { codes, ...counts } = became
  if (Object.values(counts).every((count) => count === 0)) return
  const by = { accountId: job.accountId, ...(job.wave === null ? {} : { wave: job.wave }) }
  await noteStaff(db, { action: 'mails_sent', ...by, detail: { template: name, job: job.id, ...counts } })
  if (codes > 0) await noteStaff(db, { action: 'codes_issued', ...by, detail: { count: codes, job: job.id } })
}
