import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../server/database/database.ts'
import { applicationPassword, applicationRole } from '../../server/database/embedded/application-role.ts'
import { openCluster } from '../../server/database/embedded/cluster.ts'
import { readPassword, superuser } from '../../server/database/embedded/initialise.ts'
import { readPostmaster } from '../../server/database/embedded/postmaster-file.ts'
import { run } from '../../server/database/embedded/run.ts'
import { findSite, type Site } from '../../server/database/embedded/site.ts'
import { startServer } from '../../server/database/embedded/start-server.ts'
import { stopServer } from '../../server/database/embedded/stop-server.ts'
import { migrateFor } from '../../server/database/migrate.ts'
import { killDatabase } from '../support/kill-processes.ts'

/** A server of some Länder, or one that reads them. */
export interface Machine {
  name: string
  /** For the application's role. */
  url: string
  /** For who owns all. */
  ownerUrl: string
  kill(): Promise<void>
  start(): Promise<void>
  end(): Promise<void>
}

const quiet = () => undefined

/**
 * A PostgreSQL of its own for each name, which nobody starts again when it is killed. All begin with the same: what `prepare` makes of a
 * new database.
 */
export async function startMachines(
  place: string,
  names: readonly string[],
  prepare: (ownerUrl: string) => Promise<void>,
): Promise<Machine[]> {
  const template = join(place, 'vorlage')
  const cluster = await openCluster(template, { onProgress: quiet })
  try {
    const owner = openDatabase(cluster.ownerUrl, { max: 2, statementTimeout: 0 })
    await migrateFor(owner.db, applicationRole).finally(() => owner.close())
    await prepare(cluster.ownerUrl)
    await cluster.markUsed()
  } finally {
    await cluster.release()
  }
  const machines: Machine[] = []
  for (const name of names) {
    const home = join(place, name)
    await mkdir(place, { recursive: true })
    const { code, output } = await run('cp', ['-a', '--reflink=auto', cluster.home, home])
    if (code !== 0) throw new Error(output)
    machines.push(await machineIn(name, home))
  }
  await run('rm', ['-r', cluster.home])
  return machines
}

async function machineIn(name: string, home: string): Promise<Machine> {
  // The port of the template is taken by the first of them.
  await run('rm', ['-f', join(home, 'port')])
  const site = await findSite(home, quiet)
  const port = await startOn(site)
  const password = await readPassword(site)
  const urlOf = (role: string, own: string) => `postgres://${role}:${own}@127.0.0.1:${port}/stichtag?sslmode=disable`
  return {
    name,
    url: urlOf(applicationRole, applicationPassword(password)),
    ownerUrl: urlOf(superuser, password),
    kill: () => killDatabase(site.data),
    start: async () => void (await startOn(site)),
    end: async () => void (await stopServer(site, 'immediate', 30)),
  }
}

async function startOn(site: Site): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (!(await startServer(site))) continue
    const { port } = (await readPostmaster(site.data)) ?? {}
    if (port !== undefined) return port
  }
  throw new Error(`no PostgreSQL in ${site.home}`)
}

/** Does work on one connection, as the owner. */
export async function onMachine<T>({ ownerUrl }: Pick<Machine, 'ownerUrl'>, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
