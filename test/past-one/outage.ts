import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../server/database/database.ts'
import { freePort } from '../../server/database/embedded/free-port.ts'
import { hashToken, newToken } from '../../server/domain/session-token.ts'
import { hubHref } from '../../server/http/pages/addresses.ts'
import { problemOf } from '../../server/http/plugins/problem-pages.ts'
import { projectRoot } from '../../server/project-root.ts'
import { startSession } from '../../server/store/sessions.ts'
import { createWave, setWaveState } from '../../server/store/waves.ts'
import { type Acknowledged, keepAcknowledged } from '../support/acknowledged.ts'
import { type Child, startChild } from '../support/child.ts'
import type { Sender } from '../support/hand-in.ts'
import { newWave, published } from '../support/published.ts'
import { until } from '../support/until.ts'
import { laenderOn, landOf, servers } from './country.ts'
import { evaluations } from './evaluations.ts'
import type { Machine } from './machines.ts'
import { hostOf, startProxy } from './proxy.ts'
import { asOwner, type World } from './world.ts'

const wave = 'ausfall'
const peoplePerServer = 4
const killed = 1

interface Side {
  machine: Machine
  port: number
  child: Child
  /** A Kommune of it, by its form. */
  form: string
  acknowledged: Acknowledged
  /** What was answered, by status. */
  statuses: Map<number, number>
}

export interface Outage {
  acknowledged: number
  /** What the killed one's people were told meanwhile, and the others, by status. */
  gone: Record<string, number>
  others: Record<string, number>
  faults: string[]
}

/** One of the servers is killed while people save on all: its database first, then the rest of it; and comes back. */
export async function killOne(world: World, folder: string): Promise<Outage> {
  const sides: Side[] = []
  const faults: string[] = []
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  let over = false
  let proxy: Awaited<ReturnType<typeof startProxy>> | undefined
  let work: Promise<void>[] = []
  try {
    const people: Sender[][] = []
    for (const [at, machine] of world.machines.entries()) {
      const port = await freePort(0)
      people.push(await peopleOn(machine, servers[at] ?? 0, world))
      const form = people[at]?.[0]?.form ?? ''
      const [acknowledged, statuses] = [keepAcknowledged(), new Map<number, number>()]
      sides.push({ machine, port, child: await serve(machine, port, folder), form, acknowledged, statuses })
    }
    await asOwner(world.coordinator, (database) => addWave(database, []))
    const ports = sides.map(({ port }) => port)
    proxy = await startProxy(folder, ports, await kreiseOf(world.one))
    const { base } = proxy
    work = sides.flatMap(({ acknowledged, statuses }, at) =>
      (people[at] ?? []).map(async (person) => {
        const note = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
        const typist = acknowledged.typist({ ...person, base }, note)
        for (let turn = 1; !over; turn += 1) {
          const done = turn % 5 === 0 ? typist.submit().then(acknowledged.noteReceipt) : typist.save()
          await done.catch(() => note(0))
          await sleep(30)
        }
      }),
    )
    const one = sides[killed] as Side
    const rest = sides.filter((side) => side !== one)
    const counts = () => sides.map(({ acknowledged }) => acknowledged.count())
    await until(() => counts().every((count) => count >= 20), 60)
    must(
      counts().every((count) => count >= 20),
      `not everybody could save before: ${counts().join(', ')}`,
    )
    for (const side of sides) side.statuses.clear()

    await one.machine.kill()
    for (const lost of ['its database', 'all of it']) {
      if (lost === 'all of it') await ended(one)
      const before = rest.map(({ acknowledged }) => acknowledged.count())
      await until(async () => (await answerOf(base, one.form)).status === 503, 20)
      const form = await answerOf(base, one.form)
      const start = await answerOf(base, '/zugang', hostOf(laenderOn(servers[killed] ?? 0)[0]?.key ?? ''))
      must(
        form.status === 503 && form.later > 0,
        `without ${lost}: its form gets ${form.status}, again in ${form.later} s`,
      )
      must(start.status === 503 && start.later > 0, `without ${lost}: its Land gets ${start.status}`)
      const other = await answerOf(base, '/zugang', hostOf('08'))
      must(other.status === 200, `without ${lost}: another Land gets ${other.status}`)
      await until(() => rest.every(({ acknowledged }, at) => acknowledged.count() >= (before[at] ?? 0) + 20), 60)
      for (const [at, { acknowledged, machine }] of rest.entries())
        must(acknowledged.count() >= (before[at] ?? 0) + 20, `without ${lost}: hardly anybody saves on ${machine.name}`)
    }
    for (const [name, evaluate] of Object.entries(evaluations)) must(await tellsOfPart(world.over, evaluate), name)
    const gone = Object.fromEntries(one.statuses)
    const others = Object.fromEntries(rest.flatMap(({ statuses }) => [...statuses]))

    await one.machine.start()
    one.child = await serve(one.machine, one.port, folder)
    const before = one.acknowledged.count()
    await until(() => one.acknowledged.count() >= before + 20, 60)
    must(one.acknowledged.count() >= before + 20, 'nobody saves on the server that came back')
    over = true
    await Promise.all(work)

    must((gone['503'] ?? 0) > 0, 'nobody was told that the server is gone')
    for (const status of Object.keys(others))
      must(/^(?:200|303)$/.test(status), `somebody of the others was told ${status}`)
    for (const { machine, acknowledged } of sides)
      for (const lost of await asOwner(machine, ({ db }) => acknowledged.lost(db)))
        faults.push(`${machine.name}: ${lost}`)
    faults.push(...(await unseen(world)))
    return { acknowledged: counts().reduce((sum, count) => sum + count), gone, others, faults }
  } finally {
    over = true
    await Promise.allSettled(work)
    await proxy?.end()
    for (const side of sides) await ended(side)
  }
}

async function addWave({ db }: Pick<Database, 'db'>, units: readonly string[]) {
  const made = await createWave(db, { ...newWave(await published('umfrage-1'), units), id: wave })
  await setWaveState(db, wave, 'open')
  return made
}

/** Some who are logged in on a server, for Kommunen of its Länder. */
async function peopleOn(machine: Machine, server: number, { country }: World): Promise<Sender[]> {
  const own = country.kommunen.filter(({ gkz }) => landOf(gkz).server === server).slice(0, peoplePerServer)
  return asOwner(machine, async (database) => {
    const participants = await addWave(
      database,
      own.map(({ gkz }) => gkz),
    )
    const people: Sender[] = []
    for (const { id, unit } of participants) {
      const token = newToken()
      await startSession(database.db, { tokenHash: hashToken(token), participantId: id, editor: '', device: '' })
      people.push({ base: '', cookie: `stichtag=${token}`, form: hubHref({ wave, unit }) })
    }
    return people
  })
}

async function serve({ name, url }: Machine, port: number, folder: string): Promise<Child> {
  const env = {
    DATABASE_URL: url,
    STICHTAG_DATA: join(folder, 'dateien', name),
    STICHTAG_SECRET: 'x'.repeat(40),
    PORT: `${port}`,
    TRUST_PROXY: '127.0.0.1',
    STICHTAG_WORKERS: '0',
    LOG_LEVEL: 'fatal',
  }
  const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
  await child.line(/^Stichtag läuft/)
  return child
}

async function ended({ child }: Side): Promise<void> {
  child.process.kill('SIGKILL')
  await child.ended
}

const kreiseOf = async ({ db }: Database) =>
  (await db.selectFrom('kreis').select('kreis').where('valid_to', 'is', null).execute()).map(({ kreis }) => kreis)

/** `later`: after how many seconds to come again. */
function answerOf(base: string, path: string, host?: string): Promise<{ status: number; later: number }> {
  return new Promise((resolve, reject) => {
    const asked = get(
      base + path,
      { headers: { ...(host && { host }), accept: 'text/html' }, timeout: 20_000 },
      (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode ?? 0, later: Number(answer.headers['retry-after'] ?? 0) })
      },
    )
    asked.on('timeout', () => asked.destroy(new Error(`no answer from ${path}`)))
    asked.on('error', reject)
  })
}

/** A part is missing, so there is no figure: the page says so. */
export async function tellsOfPart(
  over: Database,
  evaluate: (database: Database) => Promise<unknown>,
): Promise<boolean> {
  const told = await evaluate(over).then(
    () => 'a figure',
    (error) => problemOf(error),
  )
  return told === 'partAway'
}

/** What was handed in on any server is what research reads. */
async function unseen({ machines, over }: World): Promise<string[]> {
  await over.pool.query('select newest_data_state()')
  const query = `select s.receipt from submission s join participant p on p.id = s.participant_id where p.wave_id = $1`
  const seen = new Set((await over.pool.query(query, [wave])).rows.map(({ receipt }) => receipt))
  const faults: string[] = []
  for (const machine of machines) {
    const { rows } = await asOwner(machine, ({ pool }) => pool.query(query, [wave]))
    for (const { receipt } of rows) if (!seen.has(receipt)) faults.push(`research does not see ${receipt}`)
  }
  return faults
}
