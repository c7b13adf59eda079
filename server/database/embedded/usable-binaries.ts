import { chmod, cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode, unlessCode } from '../../errors/error-code.ts'
import { type Binaries, installedBinaries } from './binaries.ts'
import { completeBinaries } from './complete-binaries.ts'
import { canUse } from './reach.ts'
import type { Account } from './run.ts'

const notAllowed = ['EACCES', 'EPERM', 'EROFS']

/**
 * Binaries that the server's user can run: the installed ones, or a copy on `shelf` where the clone is closed to that
 * user or may not be completed by us. The copy is made once for each version.
 */
export async function usableBinaries(
  account: Account | undefined,
  shelf: string,
  onProgress: (line: string) => void,
): Promise<Binaries> {
  const installed = await installedBinaries()
  if ((await isCompleted(installed.native)) && (await canUse(installed.native, account))) return installed
  const native = join(shelf, `postgresql-${installed.version}-${process.platform}-${process.arch}`)
  const present = await lstat(native).catch(unlessCode('ENOENT'))
  if (present === undefined) {
    onProgress(`Die Programme der Datenbank werden nach ${native} kopiert, wo PostgreSQL sie ausführen darf.`)
    await copy(installed.native, native)
  }
  return { ...installed, native }
}

async function isCompleted(native: string): Promise<boolean> {
  try {
    await completeBinaries(native)
    return true
  } catch (error) {
    if (notAllowed.includes(errorCode(error) ?? '')) return false
    throw error
  }
}

/** Made aside and moved into place whole; somebody else's copy that came first is as good. */
async function copy(from: string, to: string): Promise<void> {
  const aside = `${to}.${process.pid}`
  await mkdir(join(aside, 'native'), { recursive: true })
  await cp(from, join(aside, 'native'), { recursive: true, verbatimSymlinks: true, force: true })
  await openForReading(join(aside, 'native'))
  await completeBinaries(join(aside, 'native'))
  await rename(join(aside, 'native'), to).catch(unlessCode('EEXIST', 'ENOTEMPTY'))
  await rm(aside, { recursive: true })
}

async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openForReading(path)
    if (entry.isFile())
      await chmod(path, (await lstat(path)).mode | 0o444 | ((await lstat(path)).mode & 0o100 ? 0o111 : 0))
  }
}
