import { execFileSync } from 'node:child_process'
import { getPriority } from 'node:os'
import { sql } from 'kysely'
import t from 'tap'
import { keepWorkers } from '../../../server/boot/keep-workers.ts'
import { openBell } from '../../../server/database/bell.ts'
import { Forms } from '../../../server/forms/form.ts'
import { buildApp } from '../../../server/http/app.ts'
import { computingChannel } from '../../../server/store/computations.ts'
import { testApp } from '../../support/app.ts'
import { until } from '../../support/until.ts'

/** Processes that this one has started. */
const children = () =>
  execFileSync('pgrep', ['-P', String(process.pid), '-f', 'stichtag.js work'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)

t.test(
  'a process of lower priority computes; one that is killed is replaced, and what it held is computed',
  async (t) => {
    const test = await testApp(t)
    const bell = await openBell(test.url, computingChannel)
    t.teardown(() => bell.close())
    const told: string[] = []
    const env = { PATH: process.env.PATH, DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), LOG_LEVEL: 'error' }
    // The program is started as it is elsewhere: not with what tests are started with, which would count its lines.
    const given = process.execArgv
    process.execArgv = []
    t.teardown(() => {
      process.execArgv = given
    })
    const workers = keepWorkers(1, env, {
      error: (_detail: unknown, sentence?: string) => void told.push(sentence ?? ''),
    })
    t.teardown(() => workers.end())
    const app = await buildApp(test, false, new Forms(), { desk: { bell, wake: workers.wake } })
    t.teardown(() => app.close())
    const official = await test.login('KM')
    official.app = app
    const paper = async () => {
      let answer = await official.get(`${official.home}/papier/stand`)
      await until(async () => {
        if (answer.status !== 202) return true
        answer = await official.get(`${official.home}/papier/stand`)
        return false
      }, 110)
      return answer
    }

    t.match(await paper(), { status: 200, headers: { 'content-type': 'application/pdf' } })
    const [first = 0, ...others] = children()
    t.strictSame(others, [])
    t.equal(getPriority(first), 19)

    // So slow that it is killed for certain while it holds something.
    await test.owner.pool.query(`
    create function slow() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$ begin perform pg_sleep(3); return new; end $$;
    create trigger slow before insert on computation_part for each row execute function slow()`)
    const asked = paper()
    await until(
      async () => (await sql`select from computation where state = 'running'`.execute(test.db)).rows.length > 0,
    )
    process.kill(first, 'SIGKILL')
    // As if it had been silent for a while.
    await sql`update computation set seen_at = now() - interval '20 seconds'`.execute(test.db)
    t.match(await asked, { status: 200, headers: { 'content-type': 'application/pdf' } }, 'another one has done it')
    t.not(children()[0], first)
    t.strictSame(told, ['a process that computes has ended; another one takes its place'])

    await workers.end()
    t.throws(children, 'none is left')
  },
)
