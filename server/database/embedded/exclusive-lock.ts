import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { unlessCode } from '../../errors/error-code.ts'
import { isAlive } from './processes.ts'

const refreshEvery = 2_000
/** A holder that has not refreshed for this long is gone, even if its number now belongs to another process. */
const staleAfter = 20_000

/**
 * Does `work` while no other process does, on this machine. The lock is a file with the holder's process number;
 * what a killed process left is taken over.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`
  const mine = `${path}.${name}`
  await writeFile(mine, name)
  try {
    while (!(await taken(mine, path))) await sleep(50)
  } finally {
    await rm(mine, { force: true })
  }
  const refreshing = setInterval(() => utimes(path, new Date(), new Date()).catch(() => undefined), refreshEvery)
  refreshing.unref()
  try {
    return await work()
  } finally {
    clearInterval(refreshing)
    if ((await readFile(path, 'utf8').catch(unlessCode('ENOENT'))) === name) await rm(path, { force: true })
  }
}

async function taken(mine: string, path: string): Promise<boolean> {
  const linked = await link(mine, path).then(
    () => true,
    (error) => unlessCode('EEXIST')(error) ?? false,
  )
  if (!linked && (await isStale(path))) await clearAway(path, `${mine}.stale`)
  return linked
}

async function isStale(path: string): Promise<boolean> {
  const holder = await readFile(path, 'utf8').catch(unlessCode('ENOENT'))
  const info = await stat(path).catch(unlessCode('ENOENT'))
  if (holder === undefined || info === undefined) return false
  return !isAlive(Number.parseInt(holder, 10)) || Date.now() - info.mtimeMs > staleAfter
}

/** Moved before it is removed, and put back if it turns out that a living process took it over in between. */
async function clearAway(path: string, aside: string): Promise<void> {
  await rename(path, aside).catch(unlessCode('ENOENT'))
  if (!(await isStale(aside))) await link(aside, path).catch(unlessCode('ENOENT', 'EEXIST'))
  await rm(aside, { force: true })
}
