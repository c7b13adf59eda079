import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { sql } from 'kysely'
import t from 'tap'
import { createLogger } from '../../../server/boot/logger.ts'
import { computeNext } from '../../../server/computing/compute.ts'
import { openBell } from '../../../server/database/bell.ts'
import { Forms } from '../../../server/forms/form.ts'
import { buildApp } from '../../../server/http/app.ts'
import { computed as measured } from '../../../server/metrics/counts.ts'
import {
  addComputation,
  computingChannel,
  endComputation,
  keepComputation,
  longest,
  lookAt,
  ranks,
  takeComputation,
  tidyComputations,
} from '../../../server/store/computations.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { until } from '../../support/until.ts'

/** The same site, which hands over what takes long; `compute` is the process that answers the next request. */
async function handingOver(t: Teardown, test: TestApp, log: Parameters<typeof buildApp>[1] = false) {
  const bell = await openBell(test.url, computingChannel)
  t.teardown(() => bell.close())
  const app = await buildApp(test, log, new Forms(), {
    desk: { bell, wake: () => undefined },
    patient: { computed: 500 },
  })
  t.teardown(() => app.close())
  // Whoever looks how far something is holds it for a moment.
  const compute = async () => {
    let isDone = false
    await until(async () => {
      isDone = await computeNext({ context: test, app: test.app, breakOff: async () => undefined }, ranks.staff)
      return isDone
    })
    return isDone
  }
  return { app, compute, waiting: () => countOf(test) }
}

async function countOf({ db }: TestApp): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from computation`.execute(db)
  return rows[0]?.count ?? -1
}

t.test('what another process computed is what this one would have answered', async (t) => {
  const test = await testApp(t)
  let lines = ''
  const written = new Writable({
    write(chunk, _encoding, done) {
      lines += chunk
      done()
    },
  })
  const { app, compute, waiting } = await handingOver(t, test, createLogger('info', written))
  const official = await test.login('KM')
  const research = await signIn(test, await staffAccount(test, 'forschung'))
  const addresses = [
    [official, `${official.home}/papier/leer`],
    [official, '/erhebungen/umfrage-1/fragebogen.pdf'],
    [research, '/intern/auswertung/umfrage-1/zp'],
    [research, '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt'],
  ] as const
  for (const [visitor, address] of addresses) {
    visitor.app = test.app
    const here = await visitor.get(address)
    visitor.app = app
    const asked = visitor.get(address)
    await until(async () => (await waiting()) > 0)
    t.ok(await compute(), address)
    const there = await asked
    const { date: _date, ...headers } = here.headers
    t.match(there, { status: here.status, headers: { ...headers, 'content-length': there.headers['content-length'] } })
    t.equal(withoutToken(there.text), withoutToken(here.text))
    t.equal(await waiting(), 0, 'nothing is kept of it')
  }
  const { ms, waited, computed } = JSON.parse(lines.split('\n').find((line) => line.includes('"computed"')) ?? '{}')
  t.ok(waited >= 0 && computed > 0 && computed <= ms, `the log says who waited for whom: ${lines}`)
  const counted = measured
    .family()
    .samples.flatMap(({ part, labels, value }) => (part === '_count' ? [[labels?.part, value]] : []))
  t.strictSame(
    Object.fromEntries(counted),
    { waited: addresses.length, computed: addresses.length },
    'and so do figures',
  )
})

const withoutToken = (text: string) =>
  text
    .replaceAll(/(name="_csrf" value|data-csrf)="[^"]*"/g, '')
    .replaceAll(/(CreationDate|ModDate|xmp:\w+Date|\/ID)[^\n]*/g, '')

t.test('a file that takes long is fetched from a page that says how far it is, by whoever asked alone', async (t) => {
  const test = await testApp(t)
  const { app, compute, waiting } = await handingOver(t, test)
  const evaluation = await signIn(test, await staffAccount(test, 'evaluation'), app)
  const colleague = await signIn(test, await staffAccount(test, 'evaluation', 'kollegin'), app)
  await evaluation.get('/intern/exporte')
  const order = { erhebung: 'umfrage-1', datei: 'antworten', format: 'csv' }
  const [first, second] = await Promise.all([
    evaluation.post('/intern/exporte', order),
    evaluation.post('/intern/exporte', order),
  ])
  t.match(first, { status: 303, location: /^\/intern\/arbeit\/\d+$/ })
  t.equal(second.location, first.location, 'a second click means the same')
  t.equal(await waiting(), 1)
  const page = await evaluation.get(first.location)
  t.match(page, {
    status: 202,
    headers: { refresh: '2', 'cache-control': 'no-store' },
    words: /Als Nächstes an der Reihe/,
  })
  t.match(await colleague.get(first.location), { status: 404, words: /liegt nicht mehr vor/ })

  const sealed = await sql<{ bytes: Buffer }>`select request as bytes from computation`.execute(test.db)
  t.notMatch(sealed.rows[0]?.bytes.toString('latin1'), /umfrage|stichtag/, 'neither what was asked nor the cookie')
  t.ok(await compute())
  const parts = await sql<{ bytes: Buffer }>`select content as bytes from computation_part`.execute(test.db)
  t.notMatch(parts.rows[0]?.bytes.toString('latin1'), /gkz/)
  for (const _time of ['once', 'and again']) {
    const file = await evaluation.get(first.location)
    t.match(file, { status: 200, headers: { 'content-disposition': /attachment; filename=".*csv"/ } })
    t.match(file.text, /gkz/)
  }
  const noted = await sql`select from audit where action = 'download'`.execute(test.db)
  t.equal(noted.rows.length, 1, 'it was noted once')

  const again = evaluation.post('/intern/exporte', order)
  await until(async () => (await sql`select from computation where state = 'waiting'`.execute(test.db)).rows.length > 0)
  t.ok(await compute(), 'whoever asks later gets what is there then')
  t.equal((await again).status, 200)
})

t.test('who stops it, or closes the browser, is computed for no longer', async (t) => {
  const test = await testApp(t)
  const { app, waiting } = await handingOver(t, test)
  const research = await signIn(test, await staffAccount(test, 'forschung'), app)
  const address = '/intern/ausfall?von=umfrage-1&bis=umfrage-4'
  const page = await research.get(address)
  t.equal(page.status, 202)
  const stop = /action="(\/intern\/arbeit\/\d+\/abbrechen)"/.exec(page.text)?.[1] ?? ''
  t.equal((await research.post(stop, {})).status, 303)
  t.equal(await waiting(), 0)

  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const browser = new AbortController()
  const { cookie } = research
  const asked = fetch(`http://127.0.0.1:${port}${address}`, { headers: { cookie }, signal: browser.signal })
  await until(async () => (await waiting()) === 1)
  const held = {
    id: Number((await takeComputation(test.db, { holder: randomUUID(), upTo: ranks.staff }))?.id),
    holder: '',
  }
  browser.abort()
  await t.rejects(asked)
  await until(async () => (await waiting()) === 0)
  t.equal(await waiting(), 0)
  t.notOk(await keepComputation(test.db, { ...held, holder: randomUUID() }), 'whoever computes hears of it')
})

t.test('nobody asks without a right, and nobody asks for too much', async (t) => {
  const test = await testApp(t)
  const { app, waiting } = await handingOver(t, test)
  t.equal((await app.inject('/intern/ausfall?von=umfrage-1&bis=umfrage-4')).statusCode, 303)
  t.equal((await app.inject('/erhebung/umfrage-1/117019/papier/leer')).statusCode, 303)
  const office = await signIn(test, await staffAccount(test, 'feldbuero'), app)
  t.equal((await office.get('/intern/ausfall?von=umfrage-1&bis=umfrage-4')).status, 403)
  t.equal(await waiting(), 0)

  const research = await signIn(test, await staffAccount(test, 'forschung'), app)
  const pages = await Promise.all(
    Array.from({ length: longest.own + 1 }, (_, n) =>
      research.get(`/intern/ausfall?von=umfrage-1&bis=umfrage-4&x=${n}`),
    ),
  )
  t.strictSame(pages.map(({ status }) => status).sort(), [...Array(longest.own).fill(202), 503])
  t.match(
    pages.find(({ status }) => status === 503),
    { headers: { 'retry-after': '30', refresh: '10' } },
  )
})

const asked = (key: string, reader: string, rank: 0 | 1 = ranks.staff) => ({
  key: Buffer.from(key),
  reader: Buffer.from(reader),
  rank,
  request: Buffer.from(key),
  wantedFor: 60,
  anew: false,
})

t.test('people come in turn, those in forms first, and each reader has one place', async (t) => {
  const { db } = await testApp(t)
  for (let n = 1; n <= 4; n += 1) await addComputation(db, asked(`much ${n}`, 'much'))
  await addComputation(db, asked('little 1', 'little'))
  await addComputation(db, asked('form 1', 'form', ranks.form))
  const order: string[] = []
  const next = async (upTo: 0 | 1 = ranks.staff) => {
    const holder = randomUUID()
    const taken = await takeComputation(db, { holder, upTo })
    if (taken !== undefined) order.push(taken.request.toString())
    return { id: taken?.id ?? 0, holder }
  }
  await next(ranks.form)
  const first = await next()
  await next()
  t.strictSame(order, ['form 1', 'much 1', 'little 1'])
  await next()
  t.equal(order.length, 3, 'the next of the one who asks for much waits for its first')
  await endComputation(db, first, Buffer.from(''))
  const second = await next()
  await addComputation(db, asked('later 1', 'later'))
  await endComputation(db, second, Buffer.from(''))
  await next()
  t.strictSame(
    order.slice(3),
    ['much 2', 'later 1'],
    'who comes later does not wait for all that others have asked for',
  )
})

t.test('where forms never end the staff comes all the same, and whoever looks holds up nobody', async (t) => {
  const { db } = await testApp(t)
  const id = (await addComputation(db, asked('staff', 'patient'))) ?? 0
  for (let n = 1; n <= 3; n += 1) await addComputation(db, asked(`form ${n}`, `form ${n}`, ranks.form))
  const seen = async () => (await lookAt(db, { id, reader: Buffer.from('patient') }, 20))?.before
  t.equal(await seen(), 3)
  await sql`update computation set asked_at = now() - interval '21 seconds' where id = ${id}`.execute(db)
  t.equal(await seen(), 0)
  const taken = await db.transaction().execute(async (looking) => {
    await lookAt(looking, { id, reader: Buffer.from('patient') }, 20)
    return takeComputation(db, { holder: randomUUID(), upTo: ranks.staff })
  })
  t.equal(taken?.request.toString(), 'staff')
})

t.test('what a process held that died is computed by another one, a few times', async (t) => {
  const { db } = await testApp(t)
  const id = await addComputation(db, asked('deadly', 'one'))
  const limits = { silence: 15, mostTries: 3 }
  const stateOf = async () =>
    (await sql<{ state: string }>`select state from computation where id = ${id ?? 0}`.execute(db)).rows[0]?.state
  for (const then of ['waiting', 'waiting', 'failed']) {
    const holder = randomUUID()
    await takeComputation(db, { holder, upTo: ranks.staff })
    await tidyComputations(db, limits)
    t.equal(await stateOf(), 'running', 'who says that it lives keeps it')
    await sql`update computation set seen_at = now() - interval '16 seconds'`.execute(db)
    await tidyComputations(db, limits)
    t.equal(await stateOf(), then)
    await endComputation(db, { id: id ?? 0, holder }, Buffer.from('late'))
    t.equal(await stateOf(), then, 'and who was given up cannot end it')
  }
  await sql`update computation set wanted_until = now() - interval '1 second'`.execute(db)
  await tidyComputations(db, limits)
  t.equal(await stateOf(), undefined, 'what nobody waits for goes')
})
