import Fastify from 'fastify'
import { sql } from 'kysely'
import t from 'tap'
import { keepDoingJobs } from '../../../server/boot/do-jobs.ts'
import { InputError } from '../../../server/errors/input-error.ts'
import { type JobKind, Later } from '../../../server/jobs/job.ts'
import { addJob, findJob, type Job, retryJob, stopJob, takeJob } from '../../../server/store/jobs.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { until } from '../../support/until.ts'

const quick = { beat: 0.05, silence: 1 }

/** A server that does jobs of one kind. */
async function server(context: TestApp, run: JobKind['run'], rhythm = quick) {
  const app = Fastify()
  keepDoingJobs(app, context, { kinds: { probe: { label: 'Probe', mayRetry: true, run } }, rhythm, pause: 20 })
  await app.ready()
  return app
}

const stateOf = async ({ db }: TestApp, id: number) => (await findJob(db, id))?.state
const add = (db: TestApp['db'], key: string) => addJob(db, { kind: 'probe', key })

t.test('two servers share the jobs, and each is done once', async (t) => {
  const test = await testApp(t)
  const done: string[] = []
  const run = async ({ job, progress }: { job: Job; progress: (done: number, total: number) => Promise<void> }) => {
    done.push(job.key)
    await progress(1, 1)
  }
  for (let key = 0; key < 20; key += 1) await add(test.db, `job ${key}`)
  t.match(await add(test.db, 'job 3'), { isNew: false }, 'a second of the same key is the same')
  await addJob(test.db, { kind: 'probe', key: 'later', dueAt: new Date(Date.now() + 3_600_000) })
  const servers = [await server(test, run), await server(test, run)]
  await until(async () => (await test.db.selectFrom('job').where('state', '=', 'done').execute()).length >= 20)
  for (const one of servers) await one.close()
  t.strictSame(done.toSorted(), Array.from({ length: 20 }, (_, key) => `job ${key}`).toSorted())
})

t.test('a job whose server has died is taken up by another one, and the dead one writes nothing more', async (t) => {
  const test = await testApp(t)
  const { id } = await add(test.db, 'orphan')
  await takeJob(test.db, { kinds: ['probe'], holder: '00000000-0000-4000-8000-000000000001', silence: 60 })
  const other = await server(test, async () => undefined)
  await sql`update job set seen_at = now() - interval '59 seconds'`.execute(test.db)
  const patient = await takeJob(test.db, {
    kinds: ['probe'],
    holder: '00000000-0000-4000-8000-000000000002',
    silence: 60,
  })
  t.equal(patient, undefined, 'within a minute it is left alone')
  await until(async () => (await stateOf(test, id)) === 'done')
  await other.close()
  t.equal(await stateOf(test, id), 'done')
})

t.test('one that is held for long stays with whoever says that it is alive', async (t) => {
  const test = await testApp(t)
  let begun = 0
  const run = async () => {
    begun += 1
    await new Promise((resolve) => setTimeout(resolve, 1_600))
  }
  const { id } = await add(test.db, 'long')
  const servers = [await server(test, run), await server(test, run)]
  await until(async () => (await stateOf(test, id)) === 'done')
  for (const one of servers) await one.close()
  t.equal(begun, 1)
})

t.test('what goes wrong is said; what can be done again is; what is put off comes back', async (t) => {
  const test = await testApp(t)
  let fault: Error | undefined = new InputError('Die Vorlage fehlt.')
  const one = await server(test, async () => {
    if (fault !== undefined) throw fault
  })
  const { id } = await add(test.db, 'faulty')
  await until(async () => (await stateOf(test, id)) === 'failed')
  t.match(await findJob(test.db, id), { state: 'failed', problem: 'Die Vorlage fehlt.' })
  fault = new Error('secret 42')
  t.ok(await retryJob(test.db, id))
  await until(async () => (await stateOf(test, id)) === 'failed')
  t.match(await findJob(test.db, id), { problem: /Unerwarteter Fehler/ }, 'what nobody foresaw is not shown')
  fault = new Later('Der Mailserver antwortet nicht.', new Date(Date.now() + 60_000), 3)
  await retryJob(test.db, id)
  await until(async () => (await findJob(test.db, id))?.tries === 3)
  t.match(await findJob(test.db, id), { state: 'waiting', problem: 'Der Mailserver antwortet nicht.' })
  t.notOk(await retryJob(test.db, id), 'what waits needs no second try')
  t.ok(await stopJob(test.db, id))
  await one.close()
})

t.test('a server that ends gives its job back at once; one that is stopped ends soon', async (t) => {
  const test = await testApp(t)
  const run: JobKind['run'] = ({ signal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  const first = await server(test, run)
  const { id } = await add(test.db, 'unfinished')
  await until(async () => (await stateOf(test, id)) === 'running')
  await first.close()
  t.match(await findJob(test.db, id), { state: 'waiting', seenAt: null })
  const second = await server(test, run)
  await until(async () => (await stateOf(test, id)) === 'running')
  await stopJob(test.db, id)
  await new Promise((resolve) => setTimeout(resolve, 200))
  await second.close()
  t.equal(await stateOf(test, id), 'stopped', 'and is not given back')
})
