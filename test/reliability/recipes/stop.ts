import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Test } from 'tap'
import { projectRoot } from '../../../server/project-root.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { startChild } from '../../support/child.ts'
import { submit, write } from '../../support/hand-in.ts'
import { untilClosed } from '../../support/letting-in.ts'
import { manyPeople, type Person } from '../../support/many-people.ts'
import { planting } from '../planting.ts'
import { promised } from '../promised.ts'
import { type Recipe, unless } from '../recipe.ts'

/** Fewer than the server has connections to the database. */
const people = 8
const longestEnd = 10_000

export const stops: Recipe = {
  ...promised.stop,
  async run(t, { planted, random, amount }) {
    const test = await testApp(t, { id: 'vorab' })
    const persons = await manyPeople(test.db, people)
    const times = amount(1, 50)
    const faults: string[] = []
    for (let round = 1; round <= times; round += 1) {
      // From the second on they wait a while longer than the server needs to hear of its end.
      const longer = round === 1 ? 0 : random.next() * 1_000
      faults.push(...(await stopOnce(t, test, persons, { round, longer, planted })))
    }
    return { done: `SIGTERM while ${people} submissions are under way`, times, faults }
  },
}

interface Round {
  round: number
  longer: number
  planted: boolean
}

async function stopOnce(
  t: Test,
  { pool, owner, db }: TestApp,
  persons: readonly Person[],
  { round, longer, planted }: Round,
): Promise<string[]> {
  const server = startChild(
    [...(planted ? planting('ends-at-once') : []), join(projectRoot, 'server', 'stichtag.js'), 'serve'],
    { DATABASE_URL: pool.options.connectionString, STICHTAG_SECRET: 'x'.repeat(40), PORT: '0' },
  )
  t.teardown(async () => {
    server.process.kill('SIGKILL')
    await server.ended
  })
  const [base = ''] = /http:\S+/.exec(await server.line(/^Stichtag läuft/)) ?? []
  const senders = persons.map((person) => ({ base, ...person }))
  // What says the same as before would get the receipt that there is.
  if (round > 1) for (const sender of senders) await write(sender, 'anmerkungen', 'anmerkungen', `Runde ${round}`)

  // Whoever submits now has to wait for this lock: so all are under way when the signal comes, however fast the machine is.
  const blocker = new pg.Client({ connectionString: owner.url })
  await blocker.connect()
  let told: number
  let receipts: Promise<(string | undefined)[]>[]
  try {
    await blocker.query('begin; lock table submission in share row exclusive mode')
    receipts = senders.map((sender) => submit(sender).catch(() => [undefined]))
    await untilWaiting(pool)
    told = Date.now()
    server.process.kill('SIGTERM')
    await untilClosed(Number(new URL(base).port))
    await sleep(longer)
    await blocker.query('commit')
  } finally {
    await blocker.end()
  }
  const answered = (await Promise.all(receipts)).flat()
  const code = await server.ended
  const taken = Date.now() - told
  const stored = await db.selectFrom('submission').select('receipt').where('revision', '=', round).execute()
  const kept = new Set(stored.map(({ receipt }) => receipt))
  const unanswered = answered.filter((receipt) => receipt === undefined)
  return [
    ...unless(unanswered.length === 0, `round ${round}: ${unanswered.length} submissions got no receipt`),
    ...unless(kept.size === people, `round ${round}: ${kept.size} are stored of ${people}`),
    ...answered
      .filter((receipt) => receipt !== undefined && !kept.has(receipt))
      .map((receipt) => `round ${round}: ${receipt} was acknowledged and is not there`),
    ...unless(code === 0, `round ${round}: the server ended with ${code}`),
    ...unless(taken <= longestEnd, `round ${round}: the server took ${taken} ms to end`),
  ]
}

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
