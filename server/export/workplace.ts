import { renameSync, rmSync, statSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../errors/error-code.ts'
import { unwritable } from '../errors/unwritable.ts'

/** What goes wrong with folders and files, and not with the database. */
const ofFiles = /^(ENOSPC|EDQUOT|EFBIG|EIO|EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST)$/

/**
 * Lets `work` make the named files in a folder of their own, then moves all to their place at once, over those of the
 * same name. Whatever fails, and whoever ends the process in between, that folder is gone and what was there before is
 * untouched.
 */
export async function inWorkplace(
  folder: string,
  names: readonly string[],
  work: (workplace: string) => Promise<void>,
): Promise<string[]> {
  const targets = names.map((name) => join(folder, name))
  try {
    await mkdir(folder, { recursive: true })
    // Within the folder: only there it is certain that a file can be moved and need not be copied.
    const workplace = await mkdtemp(join(folder, '.stichtag-'))
    // A file that is just being opened may come into the folder while it is emptied.
    const clear = () => rmSync(workplace, { recursive: true, force: true, maxRetries: 5 })
    process.once('exit', clear)
    try {
      await work(workplace)
      for (const target of targets) refuseFolder(target)
      // In one go: a signal that ends the process is heard before or after, never between two files.
      for (const [place, name] of names.entries()) renameSync(join(workplace, name), targets[place] as string)
    } finally {
      process.off('exit', clear)
      clear()
    }
    return targets
  } catch (error) {
    throw ofFiles.test(errorCode(error) ?? '') ? unwritable(targets[0] ?? folder, error) : error
  }
}

/** A file cannot take the place of a folder; that is to be known before the first one is moved. */
function refuseFolder(target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw unwritable(target, Object.assign(new Error(), { code: 'EISDIR' }))
}
