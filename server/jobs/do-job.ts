import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import { InputError } from '../errors/input-error.ts'
import { endJob, type Job, keepJob, putJobBack, takeJob } from '../store/jobs.ts'
import { type JobContext, type JobKind, Later } from './job.ts'

/** How often whoever does a job says so, and after how long a silence it is taken for dead, in seconds. */
export const rhythm = { beat: 15, silence: 60 }

export type Rhythm = typeof rhythm
type Log = Pick<FastifyBaseLogger, 'error'>

interface Doing {
  context: JobContext
  kinds: Record<string, JobKind>
  log: Log
  signal: AbortSignal
  rhythm: Rhythm
}

/** Does the job that is due, or the one named if it is; undefined where there is none. */
export async function doNextJob(doing: Doing, only?: number): Promise<Job | undefined> {
  const holder = randomUUID()
  const { context, kinds, rhythm } = doing
  const wanted = { kinds: Object.keys(kinds), holder, silence: rhythm.silence }
  const job = await takeJob(context.db, only === undefined ? wanted : { ...wanted, only })
  const kind = kinds[job?.kind ?? '']
  if (job !== undefined && kind !== undefined) await doJob(doing, kind, job, holder)
  return job
}

async function doJob({ context, log, signal, rhythm }: Doing, kind: JobKind, job: Job, holder: string): Promise<void> {
  const held = { id: job.id, holder }
  const { db } = context
  const lost = new AbortController()
  const keep = async (at?: { done: number; total: number }) => {
    if (!(await keepJob(db, held, at))) lost.abort()
  }
  const beat = setInterval(() => {
    keep().catch((err) => log.error({ err, job: job.id }, 'a job could not say that it is alive'))
  }, rhythm.beat * 1_000).unref()
  try {
    const both = AbortSignal.any([signal, lost.signal])
    await kind.run({ context, job, holder, signal: both, progress: (done, total) => keep({ done, total }) })
    if (both.aborted) await putJobBack(db, held)
    else await endJob(db, held, 'done')
  } catch (error) {
    if (error instanceof Later) {
      await putJobBack(db, held, { dueAt: error.dueAt, problem: error.message, tries: error.tries })
      return
    }
    if (!(error instanceof InputError)) log.error({ err: error, job: job.id }, 'a job failed')
    await endJob(db, held, 'failed', error instanceof InputError ? error.message : unknownFault)
  } finally {
    clearInterval(beat)
  }
}

const unknownFault = 'Unerwarteter Fehler; im Protokoll des Programms steht mehr.'
