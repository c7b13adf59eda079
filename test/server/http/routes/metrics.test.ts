import t from 'tap'
import { Histogram } from '../../../../server/metrics/histogram.ts'
import { watchEventLoop } from '../../../../server/metrics/of-process.ts'
import { writeText } from '../../../../server/metrics/write-text.ts'
import { addJob } from '../../../../server/store/jobs.ts'
import { testApp } from '../../../support/app.ts'
import { type ReadFamily, readMetrics } from '../../../support/metrics-text.ts'
import { Visitor } from '../../../support/visitor.ts'

const token = 'm'.repeat(32)
const asked = { authorization: `Bearer ${token}` }

type Families = Map<string, ReadFamily>
const valuesOf = (families: Families, name: string) =>
  Object.fromEntries(
    (families.get(name)?.samples ?? []).map(({ labels, value }) => [Object.values(labels).join(' '), value]),
  )

/** What has been counted between two looks: other tests of the same process count too. */
function risen(before: Families, after: Families, name: string): Record<string, number> {
  const former = valuesOf(before, name)
  const risen = Object.entries(valuesOf(after, name)).map(([key, value]) => [key, value - (former[key] ?? 0)] as const)
  return Object.fromEntries(risen.filter(([, value]) => value > 0))
}

t.test('without a token of its own it is not there', async (t) => {
  const { app } = await testApp(t)
  t.equal((await new Visitor(app).get('/metrics', asked)).status, 404)
})

t.test('only who knows the token reads it', async (t) => {
  const { app } = await testApp(t, {}, { STICHTAG_METRICS_TOKEN: token })
  const visitor = new Visitor(app)
  const wrong = [
    '',
    token,
    `Bearer ${token}m`,
    `Bearer ${token.slice(1)}`,
    `Bearer ${'x'.repeat(32)}`,
    `Basic ${token}`,
  ]
  for (const authorization of wrong) {
    const answer = await visitor.get('/metrics', authorization === '' ? {} : { authorization })
    t.match(answer, { status: 401, headers: { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' } })
    t.notMatch(answer.text, 'stichtag_')
  }
  const right = await visitor.get('/metrics', asked)
  t.match(right, {
    status: 200,
    headers: { 'cache-control': 'no-store', 'content-type': /^text\/plain; version=0\.0\.4/ },
  })
})

t.test('it counts what was asked for and what became of it, and names nobody', async (t) => {
  const test = await testApp(t, {}, { STICHTAG_METRICS_TOKEN: token })
  const look = new Visitor(test.app)
  const read = async () => {
    const { text } = await look.get('/metrics', asked)
    return { text, families: readMetrics(text) }
  }
  const before = (await read()).families
  const official = await test.login('QXZ')
  await official.get(`${official.home}/abschnitt/anmerkungen`)
  await official.autosave('anmerkungen', { anmerkungen: 'eins' })
  t.match(await official.autosave('anmerkungen', { anmerkungen: 'x'.repeat(20_000) }), { status: 422 })
  t.match(await official.submit(), { status: 303 })
  await official.get(`${official.home}/abschnitt/anmerkungen`)
  const colleague = await test.login('QYZ')
  await colleague.get(`${official.home}/abschnitt/anmerkungen`)
  await official.save('anmerkungen', { anmerkungen: 'zwei' })
  t.match(await colleague.save('anmerkungen', { anmerkungen: 'drei' }), { status: 409 })
  const late = await test.login('QWZ')
  await late.get(`${official.home}/abschnitt/anmerkungen`)
  await test.db
    .updateTable('session')
    .set({ seen_at: new Date(Date.now() - 86_400_000) })
    .execute()
  t.match(await late.save('anmerkungen', { anmerkungen: 'vier' }), { status: 303, location: /aufbewahrt/ })
  for (const path of ['/geheim/117019', '/geheim/117026']) await look.get(path)

  const { text, families } = await read()
  t.strictSame(risen(before, families, 'stichtag_saves_total'), { stored: 3, refused: 2, conflict: 1 })
  t.strictSame(risen(before, families, 'stichtag_submissions_total'), { stored: 1 })
  t.strictSame(risen(before, families, 'stichtag_late_pages_total'), { kept: 1 })
  const counted = new Map(
    (families.get('stichtag_http_request_duration_seconds')?.samples ?? [])
      .filter(({ name }) => name.endsWith('_count'))
      .map(({ labels: { method, route, status }, value }) => [`${method} ${route} ${status}`, value]),
  )
  const section = '/erhebung/:wave/:unit/abschnitt/:section'
  for (const one of [`GET ${section} 2xx`, `POST ${section} 2xx`, `POST ${section} 3xx`, `POST ${section} 4xx`])
    t.ok(counted.get(one), one)
  t.ok((counted.get('any none 4xx') ?? 0) >= 2, 'what nobody answers is one')
  for (const [one] of counted) t.match(one, /^(?:GET|HEAD|POST|any) (?:\/[\w./:-]*|none) [1-5]xx$/, one)

  for (const [name, { samples }] of families)
    t.ok(samples.length > 0 || /_age_seconds$|^stichtag_computation_duration/.test(name), name)
  for (const named of [
    '117019',
    '117026',
    'umfrage-1',
    'QXZ',
    'QYZ',
    'Eislingen',
    'geheim',
    'anmerkungen',
    '127.0.0.1',
  ])
    t.notMatch(text, named, `nothing says ${named}`)
})

t.test('it tells what waits, and says so where the database does not answer', async (t) => {
  const test = await testApp(t, {}, { STICHTAG_METRICS_TOKEN: token })
  await addJob(test.db, { kind: 'x', key: 'due', dueAt: new Date(Date.now() - 90_000) })
  await addJob(test.db, { kind: 'x', key: 'later', dueAt: new Date(Date.now() + 90_000) })
  await test.owner.pool.query(`
    insert into job (kind, key, due_at, state) values ('x', 'broken', now(), 'failed');
    insert into computation (key, reader, rank, turn, request, state, wanted_until, asked_at) values
      ('a', 'a', 0, 0, '', 'waiting', now(), now() - interval '40 seconds'), ('b', 'b', 0, 0, '', 'failed', now(), now());
    insert into contact.dispatch (participant_id, template, key, way, recipient, state)
      select id, 'x', 'y', 'mail', 'a@example.org', 'uncertain' from participant limit 1;
    insert into audit (action, at) values ('backup_made', now() - interval '2 hours'), ('retention_run', now() - interval '1 hour')`)
  const visitor = new Visitor(test.app)
  const first = readMetrics((await visitor.get('/metrics', asked)).text)
  const value = (families: Families, name: string) => valuesOf(families, name)['']
  t.strictSame(valuesOf(first, 'stichtag_jobs'), { waiting: 2, running: 0, failed: 1 })
  t.strictSame(valuesOf(first, 'stichtag_computations'), { waiting: 1, running: 0, failed: 1 })
  t.strictSame(valuesOf(first, 'stichtag_mails'), { waiting: 0, sending: 0, uncertain: 1 })
  const about = (name: string, seconds: number) =>
    t.ok(Math.abs((value(first, name) ?? Number.NaN) - seconds) < 20, `${name}: ${value(first, name)}`)
  about('stichtag_job_overdue_seconds', 90)
  about('stichtag_computation_oldest_seconds', 40)
  about('stichtag_backup_made_age_seconds', 7200)
  about('stichtag_retention_run_age_seconds', 3600)
  t.strictSame(first.get('stichtag_backup_verified_age_seconds')?.samples, [], 'never')
  t.equal(value(first, 'stichtag_database_up'), 1)
  t.ok((value(first, 'stichtag_log_unsealed') ?? 0) >= 2)

  await test.db.deleteFrom('job').execute()
  const again = readMetrics((await visitor.get('/metrics', asked)).text)
  t.strictSame(valuesOf(again, 'stichtag_jobs'), { waiting: 2, running: 0, failed: 1 }, 'not asked again so soon')

  const away = await test.another()
  await test.owner.pool.query('alter table job rename to hidden')
  const without = readMetrics((await new Visitor(away).get('/metrics', asked)).text)
  t.equal(value(without, 'stichtag_database_up'), 0)
  t.notOk(without.has('stichtag_jobs'), 'what is not known is not told')
  t.ok(without.has('stichtag_pool_waiting'))
})

t.test('a histogram counts in each bucket all that is no longer than its bound', (t) => {
  const histogram = new Histogram('h_seconds', 'Help.', [0.1, 1])
  for (const value of [0.05, 0.1, 0.5, 7]) histogram.add({ route: 'a"\\\n' }, value)
  const family = readMetrics(writeText([histogram.family()])).get('h_seconds')
  t.strictSame(
    family?.samples.map(({ name, labels, value }) => [name, labels.le, value]),
    [
      ['h_seconds_bucket', '0.1', 2],
      ['h_seconds_bucket', '1', 3],
      ['h_seconds_bucket', '+Inf', 4],
      ['h_seconds_sum', undefined, 7.65],
      ['h_seconds_count', undefined, 4],
    ],
  )
  t.equal(family?.samples[0]?.labels.route, 'a"\\\n')
  t.end()
})

t.test('it says how late the process came to its work', async (t) => {
  const watch = watchEventLoop()
  t.teardown(() => watch.end())
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  watch.read()
  await wait(50)
  const until = performance.now() + 300
  while (performance.now() < until);
  await wait(30)
  const { max = 0 } = Object.fromEntries(watch.read().samples.map(({ labels, value }) => [labels?.of, value]))
  t.ok(max > 0.25 && max < 3, String(max))
})
