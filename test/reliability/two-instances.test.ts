import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { freePort } from '../../server/database/embedded/free-port.ts'
import { projectRoot } from '../../server/project-root.ts'
import { amount } from '../support/amount.ts'
import { testApp } from '../support/app.ts'
import { type Child, startChild } from '../support/child.ts'
import { type Sender, submit, write } from '../support/hand-in.ts'
import { manyPeople } from '../support/many-people.ts'
import { startProxy } from '../support/proxy.ts'
import { until } from '../support/until.ts'

const senders = 8
const kills = amount(1, 8)

t.test('one of two servers behind HAProxy is killed: nobody is refused, nothing is lost', async (t) => {
  const { db, pool } = await testApp(t, { id: 'vorab' })
  const persons = await manyPeople(db, senders)
  const ports = [await freePort(0), await freePort(0)]
  const serve = async (port = 0): Promise<Child> => {
    const env = {
      DATABASE_URL: pool.options.connectionString,
      STICHTAG_SECRET: 'x'.repeat(40),
      PORT: `${port}`,
      TRUST_PROXY: '127.0.0.1',
      LOG_LEVEL: 'fatal',
    }
    const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
    await child.line(/^Stichtag läuft/)
    return child
  }
  const servers = await Promise.all(ports.map(serve))
  t.teardown(async () => {
    for (const { process } of servers) process.kill('SIGKILL')
    await Promise.all(servers.map(({ ended }) => ended))
  })
  const proxy = await startProxy(t.testdir({}), ports)
  t.teardown(() => proxy.end())

  const acknowledged: string[] = []
  const refused: string[] = []
  /** By person, the number that was said to be stored last. */
  const written = new Map<string, string>()
  let over = false
  const goOn = async (person: (typeof persons)[number], number: number) => {
    const sender: Sender = { base: proxy.base, ...person }
    const text = `Nr. ${number}`
    if (await write(sender, 'anmerkungen', 'anmerkungen', text)) written.set(person.form, text)
    else refused.push(`save ${number}`)
    const [receipt] = await submit(sender)
    if (receipt === undefined) refused.push(`submission ${number}`)
    else acknowledged.push(receipt)
  }
  const work = persons.map(async (person) => {
    for (let number = 1; !over; number += 1)
      await goOn(person, number).catch((error: Error) => refused.push(`${number}: ${error.message}`))
  })
  for (let kill = 0; kill < kills; kill += 1) {
    const before = acknowledged.length
    await until(() => acknowledged.length > before + senders)
    const place = kill % 2
    const killed = servers[place] as Child
    killed.process.kill('SIGKILL')
    await killed.ended
    await sleep(500)
    servers[place] = await serve(ports[place])
    // HAProxy asks it each second whether it is ready again.
    await sleep(1_500)
  }
  over = true
  await Promise.all(work)

  t.strictSame(refused, [])
  const { rows } = await pool.query('select receipt from submission')
  const stored = new Set(rows.map(({ receipt }) => receipt))
  t.strictSame(
    acknowledged.filter((receipt) => !stored.has(receipt)),
    [],
  )
  t.ok(acknowledged.length > 2 * senders, `${acknowledged.length} acknowledged`)
  const last = await pool.query(`
    select p.unit, s.answers ->> 'anmerkungen' as answer, s.comments ->> 'anmerkungen' as comment from participant p
      join lateral (select * from submission where participant_id = p.id order by state desc limit 1) s on true`)
  t.equal(last.rowCount, senders)
  for (const { unit, answer, comment } of last.rows) {
    const form = [...written.keys()].find((one) => one.includes(unit)) ?? ''
    t.equal(comment ?? answer, written.get(form), 'the last that was said to be stored')
  }
})
