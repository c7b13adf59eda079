import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { projectRoot } from '../../server/project-root.ts'
import { testApp } from '../support/app.ts'
import { startChild } from '../support/child.ts'
import { type Sender, submit } from '../support/hand-in.ts'
import { untilClosed } from '../support/letting-in.ts'
import { manyPeople } from '../support/many-people.ts'

/** Fewer than the server has connections to the database. */
const people = 8

t.test(
  'told to stop while people submit: what is under way is stored and answered, then the server ends with 0',
  async (t) => {
    const { db, pool, owner } = await testApp(t, { id: 'vorab' })
    const persons = await manyPeople(db, people)
    const { connectionString } = pool.options
    const server = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], {
      DATABASE_URL: connectionString,
      STICHTAG_SECRET: 'x'.repeat(40),
      PORT: '0',
    })
    t.teardown(async () => {
      server.process.kill('SIGKILL')
      await server.ended
    })
    const [base = ''] = /http:\S+/.exec(await server.line(/^Stichtag läuft/)) ?? []

    // Whoever submits now has to wait for this lock: so all are under way when the signal comes, however fast the machine is.
    const blocker = new pg.Client({ connectionString: owner.url })
    await blocker.connect()
    t.teardown(() => blocker.end())
    await blocker.query('begin; lock table submission in share row exclusive mode')
    const receipts = persons.map((person) => submit({ base, ...person } satisfies Sender))
    await untilWaiting(pool)

    const told = Date.now()
    server.process.kill('SIGTERM')
    await untilClosed(Number(new URL(base).port))
    await blocker.query('commit')

    const answered = (await Promise.all(receipts)).flat()
    t.notOk(answered.includes(undefined), 'every submission under way is acknowledged')
    t.strictSame(await server.ended, 0)
    t.ok(Date.now() - told < 10_000)
    const stored = await db.selectFrom('submission').select('receipt').execute()
    t.strictSame(stored.map(({ receipt }) => receipt).sort(), answered.sort())
  },
)

/** Until all submissions wait in the database. */
async function untilWaiting(pool: pg.Pool): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rowCount } = await pool.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    )
    if (rowCount === people) return
    await sleep(50)
  }
  throw new Error('the submissions do not wait')
}
