import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { addressesOf } from '../../../server/persons/chosen.ts'
import { eraseAgain } from '../../../server/persons/erase.ts'
import { withdrawErasure } from '../../../server/persons/erase-requested.ts'
import { readList } from '../../../server/persons/erasure-list.ts'
import { findByTerms } from '../../../server/persons/find-person.ts'
import { addRequest, findRequest, proposeErasure, withdrawProposal } from '../../../server/store/person-requests.ts'
import { agree } from '../../support/agree.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { seedPerson } from '../../support/seed-person.ts'
import { staffAccount } from '../../support/staff.ts'
import { tableSums } from '../../support/table-sums.ts'
import { whereStands } from '../../support/where-stands.ts'

const person = 'Jürgen Weiß'

/** A request of two people that waits for the second one. */
async function proposed(t: Test) {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  const { db } = test
  const { id: first } = await staffAccount(test, 'datenschutz', 'd.eins')
  const { id: second } = await staffAccount(test, 'datenschutz', 'd.zwei')
  await seedPerson(test, person)
  const request = await addRequest(db, { kind: 'loeschung', receivedOn: '2026-11-02', searched: person, by: first })
  const propose = async () =>
    proposeErasure(db, request, { chosen: addressesOf(await findByTerms(test, [person])), ground: 'b', by: first })
  await propose()
  const listed = async () => (await readList(test.config.dataDir)).split('\n').filter(Boolean)
  return {
    test,
    db,
    first,
    second,
    request,
    propose,
    listed,
    agree: () => agree(test, { request, by: second }),
  }
}

/** Does something that writes to the log, and ends its connection there, from outside, before it can commit. */
async function breakOff(t: Test, { pool }: TestApp, work: () => Promise<unknown>): Promise<void> {
  const other = await pool.connect()
  await other.query('begin')
  await other.query('lock table audit in exclusive mode')
  const broken = t.rejects(work())
  for (;;) {
    // Not on the connection that locks: a transaction sees the others as they were when it first looked.
    const { rows } = await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into "audit"%'`)
    if (rows.length > 0) break
    await sleep(50)
  }
  await other.query('rollback')
  other.release()
  await broken
}

async function isDone(t: Test, { test, db, request, second, listed }: Awaited<ReturnType<typeof proposed>>) {
  t.strictSame(await whereStands(db, person), ['contact.person_request'])
  t.match(await findRequest(db, request), {
    state: 'done',
    closedBy: 'd.zwei',
    proof: { before: { chosen: 11, found: 11 }, after: { chosen: 0, found: 0 }, erased: { texts: 10, initials: 1 } },
  })
  const log = await db.selectFrom('audit').selectAll().where('action', '=', 'person_erased').execute()
  t.match(log, [{ account_id: second, detail: { request, texts: 10, ground: /Buchstabe b/ } }])
  t.equal(log.length, 1, 'noted once')
  t.equal((await listed()).length, 1, 'listed once')
  t.match(await eraseAgain(db, test.config.dataDir), { texts: 0 })
}

t.test(
  'what breaks off between erasing and closing has changed nothing, and is made up for at the next start',
  async (t) => {
    const world = await proposed(t)
    const { test, db, request, listed, agree } = world
    const before = await tableSums(test.pool)
    await breakOff(t, test, agree)
    t.strictSame(await tableSums(test.pool), before, 'all of it or nothing')
    t.match(await findRequest(db, request), { state: 'proposed', proof: null })
    t.equal((await listed()).length, 1, 'but it is decided')
    t.match(await eraseAgain(db, test.config.dataDir), { texts: 10 })
    await isDone(t, world)
  },
)

t.test('a second click after that erases, as the first would have', async (t) => {
  const world = await proposed(t)
  await breakOff(t, world.test, world.agree)
  t.equal(await world.agree(), '')
  await isDone(t, world)
  t.equal(await world.agree(), '', 'a third does nothing')
  await isDone(t, world)
})

t.test('whoever takes it back after that is too late', async (t) => {
  const world = await proposed(t)
  await breakOff(t, world.test, world.agree)
  await withdrawErasure(world.test, { request: world.request, by: world.first })
  await isDone(t, world)
  t.equal(
    await world.db
      .selectFrom('audit')
      .where('action', '=', 'person_erasure_withdrawn')
      .execute()
      .then((all) => all.length),
    0,
  )
})

t.test('an older state in which the request waits for something else, or for nothing, is left as it is', async (t) => {
  const world = await proposed(t)
  const { test, db, request, propose, agree } = world
  await breakOff(t, test, agree)
  // As if another state had come back: laid before the second person again, at another time.
  await withdrawProposal(db, request)
  await propose()
  t.match(await eraseAgain(db, test.config.dataDir), { texts: 10 })
  t.match(await findRequest(db, request), { state: 'proposed', proof: null })
  t.match(
    await db.selectFrom('audit').select('detail').where('action', '=', 'person_erased').execute(),
    [{ detail: { request, texts: 10 } }],
    'what is erased again is noted',
  )
})

t.test('an account that is not there after a restore keeps nothing from being erased', async (t) => {
  const { test, db, request, agree } = await proposed(t)
  await breakOff(t, test, agree)
  await sql`delete from staff.account where name = 'd.zwei'`.execute(test.owner.db)
  t.match(await eraseAgain(db, test.config.dataDir), { texts: 10 })
  t.match(await findRequest(db, request), { state: 'proposed', proof: null })
})
