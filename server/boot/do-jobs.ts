import type { FastifyInstance } from 'fastify'
import { atMost } from '../domain/at-most.ts'
import { Forms } from '../forms/form.ts'
import { doNextJob, type Rhythm, rhythm } from '../jobs/do-job.ts'
import type { JobKind } from '../jobs/job.ts'
import { jobKinds } from '../jobs/kinds.ts'
import type { AppContext } from './context.ts'

const pause = 2_000
/** The end of the server waits so long for the step under way; a job that is broken off is taken up by another one. */
const longestEnd = 5_000

interface Options {
  kinds?: Record<string, JobKind>
  rhythm?: Rhythm
  pause?: number
  forms?: Forms
}

/** Does what is due, one job after the other; several servers share them. */
export function keepDoingJobs(app: FastifyInstance, context: AppContext, options: Options = {}): void {
  const ending = new AbortController()
  const doing = {
    context: { ...context, forms: options.forms ?? new Forms() },
    kinds: options.kinds ?? jobKinds,
    log: app.log,
    signal: ending.signal,
    rhythm: options.rhythm ?? rhythm,
  }
  let running: Promise<void> | undefined
  const doAll = async () => {
    while (!ending.signal.aborted && (await doNextJob(doing)) !== undefined);
  }
  const look = () => {
    running ??= doAll()
      .catch((err) => app.log.error({ err }, 'jobs could not be looked for'))
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(look, options.pause ?? pause).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    ending.abort()
    await atMost(longestEnd, running)
  })
}
