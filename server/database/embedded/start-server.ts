import { chown, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessCode } from '../../errors/error-code.ts'
import { program } from './binaries.ts'
import { freePort } from './free-port.ts'
import { run } from './run.ts'
import type { Site } from './site.ts'

const largestLog = 5_000_000

/**
 * Reasons to try again: the port was taken in the last moment, or processes of a killed server have not all ended.
 */
const passing = /could not (bind|create (listen|any TCP))|Address already in use|shared memory block|lock file/i

/**
 * `terse`: the details of a refused row would put answers into the log. Segments of WAL that are done with go, rather than being kept with
 * what stands in them until they are used again: an erasure is to end there too.
 */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_error_verbosity: 'terse',
  wal_recycle: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** Starts the server through pg_ctl, which detaches it from our terminal. False: not this time, try again. */
export async function startServer(site: Site): Promise<boolean> {
  const port = await freePort(await lastPort(site))
  const logged = await prepareLog(site)
  const options = Object.entries({ ...settings, port }).map(([name, value]) => `-c ${name}=${value}`)
  const { code, output } = await run(
    program(site.binaries, 'pg_ctl'),
    ['start', '--wait', '--timeout=60', '--silent', '--log=log', '-o', options.join(' ')],
    { account: site.account, cwd: site.home, env: { PGDATA: site.data } },
  )
  if (code === 0) {
    await writeFile(portFile(site), `${port}\n`)
    return true
  }
  const log = (await readFile(logFile(site))).subarray(logged).toString()
  if (/database system is (starting up|ready)|redo starts/.test(log) || passing.test(log)) return false
  throw new Error(`Die eigene Datenbank in ${site.home} startet nicht: ${output}\n${log}`)
}

/** The same port as last time, so that a process that lost the server finds it again. */
async function lastPort(site: Site): Promise<number> {
  return Number((await readFile(portFile(site), 'utf8').catch(unlessCode('ENOENT'))) ?? 0)
}

function portFile(site: Site): string {
  return join(site.home, 'port')
}

function logFile(site: Site): string {
  return join(site.home, 'log')
}

/** Gives the log to the server's user; says how long it already is. */
async function prepareLog(site: Site): Promise<number> {
  const path = logFile(site)
  const present = await stat(path).catch(unlessCode('ENOENT'))
  if (present !== undefined && present.size > largestLog) {
    await rm(`${path}.1`, { force: true })
    await rename(path, `${path}.1`)
  }
  const file = await open(path, 'a', 0o600)
  const { size } = await file.stat()
  await file.close()
  if (site.account) await chown(path, site.account.uid, site.account.gid)
  return size
}
