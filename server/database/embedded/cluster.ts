import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode, unlessCode } from '../../errors/error-code.ts'
import { InputError } from '../../errors/input-error.ts'
import { ensureApplicationRole } from './application-role.ts'
import { ensureRunning, type Running } from './ensure-running.ts'
import { withLock } from './exclusive-lock.ts'
import { initialise, newMark } from './initialise.ts'
import { keepPresent } from './keep-present.ts'
import { leave } from './presence.ts'
import { findSite, type Site } from './site.ts'
import { stopServer } from './stop-server.ts'

export interface Cluster {
  /** For the application's role. */
  url: string
  /** For the superuser, who owns all and migrates. */
  ownerUrl: string
  /** Where it lies; not the wanted folder if the server's user cannot get there. */
  home: string
  /** True, over interrupted starts too, until `markUsed`. */
  isNew(): Promise<boolean>
  markUsed(): Promise<void>
  /** Says whether that ended the server. */
  release(options?: ReleaseOptions): Promise<boolean>
}

interface ReleaseOptions {
  /** How long the last one waits for the server's end; after that it goes on ending by itself. */
  waitSeconds?: number
  /** Ends nothing, also as the last one. */
  leaveRunning?: boolean
}

type Progress = (line: string) => void

/**
 * The PostgreSQL that Stichtag brings along, kept in `dir`. Any number of processes may have it open, each with a
 * presence of its own; whoever leaves last ends it. If it is killed while in use, it is started again.
 */
export async function openCluster(dir: string, { onProgress }: { onProgress: Progress }): Promise<Cluster> {
  const site = await alone(dir, async () => {
    const found = await findSite(dir, onProgress)
    await initialise(found, onProgress)
    return found
  })
  const joinAgain = (signal?: AbortSignal) => alone(dir, () => joinServer(site, onProgress, signal))
  const running = await joinAgain()
  const present = keepPresent(running, joinAgain, onProgress)
  return {
    url: running.url,
    ownerUrl: running.ownerUrl,
    home: site.home,
    isNew: async () => (await stat(newMark(site)).catch(unlessCode('ENOENT'))) !== undefined,
    markUsed: () => rm(newMark(site), { force: true }),
    async release({ waitSeconds = 30, leaveRunning = false } = {}) {
      const presence = await present.end()
      if (presence === undefined) return false
      const isLast = !leaveRunning && (await leave(presence).catch(() => false))
      const isEnded = isLast && (await stopServer(site, 'fast', waitSeconds))
      await presence.end().catch(() => undefined)
      return isEnded
    },
  }
}

async function joinServer(site: Site, onProgress: Progress, signal?: AbortSignal): Promise<Running> {
  const running = await ensureRunning(site, onProgress, signal)
  const { rowCount } = await running.presence.query("select from pg_database where datname = 'stichtag'")
  if (rowCount === 0) await running.presence.query('create database stichtag')
  await ensureApplicationRole(site, running.presence)
  return running
}

/** Finding, making and starting are done by one process at a time; the others then find a running server. */
async function alone<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o711 })
    return await withLock(join(dir, 'sperre'), work)
  } catch (error) {
    if (errorCode(error) !== 'EACCES' && errorCode(error) !== 'EPERM') throw error
    const path = error instanceof Error && 'path' in error ? error.path : dir
    throw new InputError(
      `Auf ${path} darf dieser Benutzer nicht zugreifen; die Datenbank wurde vermutlich unter einem anderen Benutzer ` +
        'angelegt. Abhilfe: unter jenem Benutzer starten oder mit STICHTAG_DATA einen eigenen Ordner nennen.',
      { cause: error },
    )
  }
}
