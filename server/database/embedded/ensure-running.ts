import { realpath, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { applicationPassword, applicationRole } from './application-role.ts'
import { readPassword, superuser } from './initialise.ts'
import { type Postmaster, postmasterFile, readPostmaster } from './postmaster-file.ts'
import { enter } from './presence.ts'
import { isServerOf } from './processes.ts'
import type { Site } from './site.ts'
import { startServer } from './start-server.ts'
import { stopServer } from './stop-server.ts'

/** Recovery after a crash may take minutes; a server that does not answer at all is given up earlier. */
const longestWait = 300_000
const longestSilence = 45_000

export interface Running {
  /** As the superuser. */
  presence: pg.Client
  /** Of our database, for the superuser. */
  ownerUrl: string
  /** The same for the application's role. */
  url: string
}

type Attempt = Running | 'busy' | 'silent'

/**
 * Sees to it that exactly one server runs on the site, and is present in it: adopts one that runs already, waits for one
 * that starts or stops, clears away what a killed one left, starts one.
 */
export async function ensureRunning(
  site: Site,
  onProgress: (line: string) => void,
  signal?: AbortSignal,
): Promise<Running> {
  const password = await readPassword(site)
  const began = Date.now()
  let answered = began
  let told = false
  while (Date.now() - began < longestWait) {
    signal?.throwIfAborted()
    const attempt = await tryOnce(site, password)
    if (typeof attempt === 'object') return attempt
    if (attempt === 'busy') answered = Date.now()
    if (!told && Date.now() - began > 3_000) {
      told = true
      onProgress('Die Datenbank ist noch nicht bereit; es wird gewartet.')
    }
    if (Date.now() - answered > longestSilence) {
      await endSilent(site)
      answered = Date.now()
    }
    await sleep(100)
  }
  throw new Error(`Die eigene Datenbank in ${site.home} wird nicht bereit. Näheres steht in ${site.home}/log.`)
}

async function tryOnce(site: Site, password: string): Promise<Attempt> {
  const postmaster = await readPostmaster(site.data)
  if (postmaster && (await isServerOf(site.data, postmaster.pid))) return enterPostmaster(site, postmaster, password)
  // The number it left may by now belong to another program, which would keep the new server from starting.
  await rm(postmasterFile(site.data), { force: true })
  return (await startServer(site)) ? 'busy' : 'silent'
}

async function enterPostmaster(site: Site, { port }: Postmaster, password: string): Promise<Attempt> {
  if (port === undefined) return 'silent'
  const urlOf = (role: string, own: string, database: string) =>
    // Without TLS, also where `PGSSLMODE` of the environment asks for it: the connection stays on this machine.
    `postgres://${role}:${own}@127.0.0.1:${port}/${database}?sslmode=disable`
  const presence = await enter(urlOf(superuser, password, 'postgres'))
  if (typeof presence === 'string') return presence
  const { rows } = await presence.query<{ data_directory: string }>('show data_directory')
  const served = await realpath(rows[0]?.data_directory ?? '/')
  if (served === (await realpath(site.data))) {
    const url = urlOf(applicationRole, applicationPassword(password), 'stichtag')
    return { presence, ownerUrl: urlOf(superuser, password, 'stichtag'), url }
  }
  await presence.end()
  await rm(postmasterFile(site.data), { force: true })
  return 'silent'
}

async function endSilent(site: Site): Promise<void> {
  const postmaster = await readPostmaster(site.data)
  if (postmaster === undefined || !(await isServerOf(site.data, postmaster.pid))) return
  if (!(await stopServer(site, 'fast', 15))) await stopServer(site, 'immediate', 15)
}
