import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import { type Database, openDatabase } from '../../server/database/database.ts'
import { openCluster } from '../../server/database/embedded/cluster.ts'
import { freePort } from '../../server/database/embedded/free-port.ts'
import { migrateToLatest } from '../../server/database/migrate.ts'
import { projectRoot } from '../../server/project-root.ts'
import { type Child, startChild } from './child.ts'
import type { Sender } from './hand-in.ts'
import { manyPeople } from './many-people.ts'

/** A server as it is started for real, with its own database, and people who are logged in. */
export interface ServedPeople {
  people: Sender[]
  /** For the owner, who sees what is stored. */
  database: Database
  /** The folder of the files of the database. */
  data: string
  server(): Child
  /** Starts the server again that has ended. */
  serve(): Promise<void>
}

/** In a folder as `clusterFolder` gives. `before` is what Node is told before the server. */
export async function servedPeople(
  t: Pick<Test, 'teardown'>,
  folder: string,
  count: number,
  before: readonly string[] = [],
): Promise<ServedPeople> {
  const port = String(await freePort(0))
  const cluster = await openCluster(folder, { onProgress: () => {} })
  t.teardown(async () => void (await cluster.release()))
  const database = openDatabase(cluster.ownerUrl, { onError: () => {} })
  t.teardown(() => database.close())
  await migrateToLatest(database.db)
  const people = (await manyPeople(database.db, count)).map(
    (one): Sender => ({ base: `http://127.0.0.1:${port}`, ...one }),
  )
  // No demo world is wanted, which would take half a minute.
  await cluster.markUsed()
  const env = { STICHTAG_DATA: dirname(folder), PORT: port, LOG_LEVEL: 'fatal' }
  const start = async (): Promise<Child> => {
    const child = startChild([...before, join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
    await child.line(/^Stichtag läuft/)
    return child
  }
  let server = await start()
  t.teardown(async () => {
    server.process.kill('SIGTERM')
    await server.ended
  })
  return {
    people,
    database,
    data: join(cluster.home, 'data'),
    server: () => server,
    async serve() {
      server = await start()
    },
  }
}

/** The pool of a test may still hold connections to a database that was killed. */
export async function patiently<Result>(read: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await read()
    } catch (error) {
      if (tries === 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}
