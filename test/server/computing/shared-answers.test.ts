import { randomUUID } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import { sql } from 'kysely'
import t from 'tap'
import { ownName } from '../../../server/boot/work.ts'
import { computeNext } from '../../../server/computing/compute.ts'
import { pack, unpackAsked } from '../../../server/computing/parcel.ts'
import { openBell } from '../../../server/database/bell.ts'
import { Forms } from '../../../server/forms/form.ts'
import { buildApp } from '../../../server/http/app.ts'
import {
  addComputation,
  addPart,
  computingChannel,
  endComputation,
  ranks,
  readPart,
  takeComputation,
} from '../../../server/store/computations.ts'
import { setScope } from '../../../server/store/scopes.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { until } from '../../support/until.ts'

const paper = '/erhebungen/umfrage-1/fragebogen.pdf'

async function handingOver(t: Teardown, test: TestApp, computed = 500) {
  const bell = await openBell(test.url, computingChannel)
  t.teardown(() => bell.close())
  const app = await buildApp(test, false, new Forms(), {
    desk: { bell, wake: () => undefined },
    patient: { computed },
  })
  t.teardown(() => app.close())
  return app
}

const waiting = async ({ db }: TestApp) =>
  (await sql<{ request: Buffer }>`select request from computation where state = 'waiting'`.execute(db)).rows

t.test('who reads slowly comes to the end, also where somebody else has read the same', async (t) => {
  const test = await testApp(t)
  const app = await handingOver(t, test, 8_000)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const size = 12 << 20
  const large = Fastify()
  t.teardown(() => large.close())
  large.get(paper, (_request, reply) =>
    reply.send(Readable.from(Array.from({ length: 12 }, () => Buffer.alloc(size / 12, 'x')))),
  )
  const ask = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: paper, agent: false }, resolve).on('error', reject)
    })
  const bytesOf = async (answer: IncomingMessage) => {
    let bytes = 0
    for await (const chunk of answer) bytes += (chunk as Buffer).length
    return bytes
  }
  const both = [ask(), ask()]
  await until(async () => (await waiting(test)).length === 1)
  // Whoever looks how far it is holds it for a moment.
  await until(() => computeNext({ context: test, app: large, breakOff: async () => undefined }, ranks.staff))
  const [slow, quick] = await Promise.all(both)
  if (slow === undefined || quick === undefined) throw new Error('nobody answered')
  t.equal(await bytesOf(quick), size)
  const again = ask()
  await until(async () => (await waiting(test)).length === 1)
  t.equal((await waiting(test)).length, 1, 'who asks later gets it computed anew')
  t.equal(await bytesOf(slow), size)
  await sql`delete from computation`.execute(test.db)
  ;(await again).destroy()
})

t.test('what is being read does not go meanwhile', async (t) => {
  const { db } = await testApp(t)
  const of = { reader: Buffer.from('reader'), rank: ranks.staff, request: Buffer.from('x') }
  const id = (await addComputation(db, { ...of, key: Buffer.from('key'), wantedFor: 20, anew: false })) ?? 0
  const holder = randomUUID()
  await takeComputation(db, { holder, upTo: ranks.staff })
  await addPart(db, { id, holder }, 0, Buffer.from('content'))
  await endComputation(db, { id, holder }, Buffer.from('head'))
  t.strictSame(await readPart(db, id, 0), Buffer.from('content'))
  const { rows } = await sql`select from computation where wanted_until > now() + interval '1 minute'`.execute(db)
  t.equal(rows.length, 1)
})

t.test('what anybody may ask for is asked for once, however its address is written, and by nobody', async (t) => {
  const test = await testApp(t)
  const app = await handingOver(t, test)
  const addresses = ['', '?x=1', '?x=2', '/'].map((end) => `${paper}${end}`)
  const odd = ['/erhebungen/%75mfrage-1/fragebogen.pdf', '/erhebungen/erfunden/fragebogen.pdf']
  const headers = { cookie: 'stichtag=geheim' }
  const asked = Promise.all([...addresses, ...odd].map((url) => app.inject({ url, headers })))
  await until(async () => (await waiting(test)).length > 0)
  await sleep(500)
  const all = await waiting(test)
  t.equal(all.length, 1, 'one computation, and none of what is not there')
  for (const { request } of all) t.equal(unpackAsked(request, test.keys.computing).headers.cookie, undefined)
  await until(() => computeNext({ context: test, app: test.app, breakOff: async () => undefined }, ranks.staff))
  t.strictSame(
    // On a busy machine one of them may be told to wait.
    (await asked).map(({ statusCode }) => (statusCode === 202 ? 200 : statusCode)),
    [200, 200, 200, 200, 200, 404],
  )
})

t.test('what an account was given before it works for some is given to it no more', async (t) => {
  const test = await testApp(t)
  const app = await handingOver(t, test)
  const account = await staffAccount(test, 'evaluation')
  const visitor = await signIn(test, account, app)
  await visitor.get('/intern/exporte')
  const { location } = await visitor.post('/intern/exporte', {
    erhebung: 'umfrage-1',
    datei: 'antworten',
    format: 'csv',
  })
  await until(() => computeNext({ context: test, app: test.app, breakOff: async () => undefined }, ranks.staff))
  t.equal((await visitor.get(location)).status, 200)
  await setScope(test.db, { account: account.id, parts: [{ kind: 'kreis', key: '211' }] })
  t.equal((await visitor.get(location)).status, 404)
})

t.test('that one is over breaks off nothing of the next', async (t) => {
  const test = await testApp(t)
  // Slow to say that it is alive: what it says comes after its end.
  await test.owner.pool.query(`
    create function slow() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$ begin perform pg_sleep(1.5); return null; end $$;
    create trigger slow before update of seen_at on computation for each statement execute function slow()`)
  const app = Fastify()
  t.teardown(() => app.close())
  app.get(paper, async () => {
    await sleep(1_000)
    return 'done'
  })
  const over = await handingOver(t, test, 20_000)
  const asked = over.inject(paper)
  await until(async () => (await waiting(test)).length === 1)
  let broken = 0
  const breakOff = async () => {
    broken += 1
  }
  t.ok(await computeNext({ context: test, app, breakOff }, ranks.staff))
  await sleep(2_000)
  t.equal(broken, 0)
  t.equal((await asked).statusCode, 200)
  t.not(ownName(), ownName(), 'and of no other process, on whatever machine')
  t.ok(ownName().length < 64, 'PostgreSQL keeps it whole')
})

t.test('what breaks off since the database is away is no failure: another one takes it up', async (t) => {
  const test = await testApp(t)
  await addComputation(test.db, {
    ...{ key: Buffer.from('one'), reader: Buffer.from('one'), rank: ranks.staff, wantedFor: 60, anew: false },
    request: pack({ method: 'GET', url: paper, headers: {}, body: undefined, remoteAddress: '' }, test.keys.computing),
  })
  const away = Object.assign(new Error('the database ends'), { code: '57P01' })
  const app = Fastify()
  t.teardown(() => app.close())
  Object.assign(app, { inject: () => Promise.reject(away) })
  await t.rejects(computeNext({ context: test, app, breakOff: async () => undefined }, ranks.staff), away)
  t.match(await test.db.selectFrom('computation').select('state').execute(), [{ state: 'running' }])
})

t.test('however much there is to do, the dead are found and the gone are left out', async (t) => {
  const test = await testApp(t)
  const { db } = test
  const add = (name: string) =>
    addComputation(db, {
      key: Buffer.from(name),
      reader: Buffer.from(name),
      rank: ranks.staff,
      request: Buffer.from(name),
      wantedFor: 60,
      anew: false,
    })
  const dead = await add('dead')
  await takeComputation(db, { holder: randomUUID(), upTo: ranks.staff })
  await sql`update computation set seen_at = now() - interval '1 minute'`.execute(db)
  const gone = await add('gone')
  await sql`update computation set wanted_until = now() - interval '1 second' where id = ${gone}`.execute(db)
  t.equal(await takeComputation(db, { holder: randomUUID(), upTo: ranks.staff }), undefined, 'nobody waits for it')
  await add('next')
  const app = Fastify()
  t.teardown(() => app.close())
  t.ok(await computeNext({ context: test, app, breakOff: async () => undefined }, ranks.staff))
  const { rows } = await sql<{ id: number; state: string }>`select id, state from computation order by id`.execute(db)
  t.notOk(
    rows.some(({ id, state }) => id === dead && state === 'running'),
    'another one has taken it, or may',
  )
  t.notOk(rows.some(({ id }) => id === gone))
})
