import { setTimeout as sleep } from 'node:timers/promises'
import { createLogger } from '../boot/logger.ts'
import type { OpenContext } from '../boot/open.ts'
import type { Io } from '../commands/io.ts'
import { InputError } from '../errors/input-error.ts'
import { Forms } from '../forms/form.ts'
import { doNextJob, rhythm } from '../jobs/do-job.ts'
import { jobKinds } from '../jobs/kinds.ts'
import { findJob, type Job } from '../store/jobs.ts'

/** Does a mailing here and now, or waits for the server that took it; says what became of it. */
export async function sendHere(context: OpenContext, id: number, io: Io, asJson: boolean): Promise<void> {
  const signal = new AbortController().signal
  const log = createLogger(context.config.logLevel)
  const doing = { context: { ...context, forms: new Forms() }, kinds: jobKinds, log, signal, rhythm }
  let job: Job | undefined
  do {
    if ((await doNextJob(doing, id)) === undefined) await sleep(500)
    job = await findJob(context.db, id)
  } while (job !== undefined && (job.state === 'running' || (job.state === 'waiting' && job.problem === '')))
  if (job === undefined) throw new InputError(`Den Auftrag ${id} gibt es nicht mehr.`)
  if (job.state === 'failed') throw new InputError(job.problem)
  if (asJson) return io.json({ job: id, state: job.state, done: job.done, total: job.total, problem: job.problem })
  io.print(`Auftrag ${id}: ${job.done} von ${job.total ?? 0} E-Mails erledigt.`)
  if (job.state === 'waiting') io.tell(`${job.problem} Der Server versucht es ab ${job.dueAt.toISOString()} weiter.`)
}
