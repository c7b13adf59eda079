import Fastify from 'fastify'
import { keepDoingJobs } from '../../server/boot/do-jobs.ts'
import { queueMailing, type WantedMailing } from '../../server/mail/queue.ts'
import { findJob } from '../../server/store/jobs.ts'
import type { TestApp } from './app.ts'
import { until } from './until.ts'

/** Somebody to write to in each of the Kommunen of the test, or where they are named. */
export async function addAddresses(
  { db }: Pick<TestApp, 'db'>,
  mails: Record<string, string> = {
    117019: 'umfrage@eislingen.example',
    117026: 'umfrage@goeppingen.example',
    117042: 'umfrage@salach.example',
  },
): Promise<void> {
  const names: Record<string, string> = {
    117019: 'Stadt Eislingen/Fils',
    117026: 'Stadt Göppingen',
    117042: 'Gemeinde Salach',
  }
  await db
    .insertInto('contact.address')
    .values(
      Object.entries(mails).map(([unit, mail]) => ({
        unit,
        mail,
        recipient: names[unit] ?? `Gemeinde ${unit}`,
        person: unit === '117026' ? 'Jörg Müßig' : '',
        source: 'file' as const,
        wave_id: null,
        account_id: null,
        until: null,
      })),
    )
    .execute()
}

/** A server that does nothing but jobs. */
export async function worker(test: TestApp, silence = 60) {
  const app = Fastify()
  keepDoingJobs(app, test, { rhythm: { beat: 0.2, silence }, pause: 20 })
  await app.ready()
  return app
}

/** Plans a mailing and waits until it has ended, failed or been put off. */
export async function sendNow(test: TestApp, wanted: Omit<WantedMailing, 'wave'>) {
  const id = await queueMailing(test.db, test.config.mail, { wave: 'umfrage-1', ...wanted })
  const app = await worker(test)
  await until(async () => {
    const job = await findJob(test.db, id)
    return job !== undefined && (job.endedAt !== null || job.problem !== '')
  })
  await app.close()
  const job = await findJob(test.db, id)
  if (job === undefined) throw new Error('the job is gone')
  return job
}
