import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { openDatabase } from '../../server/database/database.ts'
import { openCluster } from '../../server/database/embedded/cluster.ts'
import { freePort } from '../../server/database/embedded/free-port.ts'
import { readPostmaster } from '../../server/database/embedded/postmaster-file.ts'
import { migrateToLatest } from '../../server/database/migrate.ts'
import { errorCode, unlessCode } from '../../server/errors/error-code.ts'
import { projectRoot } from '../../server/project-root.ts'
import { amount } from '../support/amount.ts'
import { type Child, startChild } from '../support/child.ts'
import { type Sender, submit, write } from '../support/hand-in.ts'
import { manyPeople } from '../support/many-people.ts'
import { clusterFolder } from '../support/own-cluster.ts'
import { until } from '../support/until.ts'

const senders = 8
const kills = (['server', 'database', 'server', 'database'] as const).slice(0, amount(2, 4))

t.test('kill -9 of server and database during submissions: what was acknowledged is there', async (t) => {
  const folder = await clusterFolder(t)
  const port = String(await freePort(0))
  const base = `http://127.0.0.1:${port}`
  const env = { STICHTAG_DATA: dirname(folder), PORT: port, LOG_LEVEL: 'fatal' }
  const serve = async (): Promise<Child> => {
    const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
    await child.line(/^Stichtag läuft/)
    return child
  }
  const cluster = await openCluster(folder, { onProgress: () => {} })
  t.teardown(() => cluster.release())
  const database = openDatabase(cluster.ownerUrl, { onError: () => {} })
  t.teardown(() => database.close())
  await migrateToLatest(database.db)
  const persons = await manyPeople(database.db, senders)
  const people = persons.map((person): Sender => ({ base, ...person }))
  // No demo world is wanted, which would take half a minute.
  await cluster.markUsed()
  let server = await serve()
  t.teardown(async () => {
    server.process.kill('SIGTERM')
    await server.ended
  })

  const acknowledged: string[] = []
  /** When the newest of the acknowledged ones was begun. */
  let begun = 0
  let failures = 0
  let over = false
  t.teardown(() => {
    over = true
  })
  const work = people.map(async (person) => {
    for (let number = 1; !over; number += 1) {
      const now = Date.now()
      try {
        if (await write(person, 'anmerkungen', 'anmerkungen', `Nr. ${number}`)) {
          const [receipt] = await submit(person)
          if (receipt !== undefined) {
            acknowledged.push(receipt)
            begun = Math.max(begun, now)
          }
        }
      } catch {
        // Nobody answers while the server is away: the same as for a person, who tries again.
        failures += 1
        await sleep(100)
      }
    }
  })
  for (const target of kills) {
    await sleep(1_500)
    if (target === 'server') {
      server.process.kill('SIGKILL')
      await server.ended
      server = await serve()
    } else {
      await killDatabase(join(cluster.home, 'data'))
    }
    // What was under way does not count: its answer may still come.
    const killed = Date.now()
    await until(() => begun > killed, 120)
    t.ok(begun > killed, `after the end of the ${target} it goes on`)
  }
  // However slow the machine is: of too few it would say nothing that none is lost.
  await until(() => acknowledged.length > amount(25, 50), 120)
  over = true
  await Promise.all(work)

  const stored = new Set(
    (await again(() => database.db.selectFrom('submission').select('receipt').execute())).map(({ receipt }) => receipt),
  )
  const lost = acknowledged.filter((receipt) => !stored.has(receipt))
  t.strictSame(lost, [])
  t.ok(acknowledged.length > amount(25, 50), `${acknowledged.length} acknowledged`)
  t.ok(failures > 0, `${failures} requests met a dead server`)
})

/** Ends the postmaster and, where they can be found, its processes: none of them writes anything more. */
async function killDatabase(data: string): Promise<void> {
  const postmaster = await readPostmaster(data)
  if (postmaster === undefined) throw new Error(`no database runs in ${data}`)
  for (const pid of [postmaster.pid, ...(await childrenOf(postmaster.pid))]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error
    }
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  if (process.platform !== 'linux') return []
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(unlessCode('ENOENT', 'ESRCH'))
      return Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    }),
  )
  return pids.filter((_pid, index) => parents[index] === parent)
}

/** The pool of this test may still hold connections to the database that was killed. */
async function again<Result>(read: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await read()
    } catch (error) {
      if (tries === 200) throw error
      await sleep(250)
    }
  }
}
